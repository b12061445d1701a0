import { type ServedDistrict, type Staff, taken } from '../support/district.ts';

const HOUR = 3_600_000;
/** Monday 2 March 2026, 09:00 in the district. */
export const MORNING = Date.UTC(2026, 2, 2, 1);

export const posts = {
  intake: { unit: 'hotline', role: 'intake_agent' },
  dispatcher: { unit: 'hotline', role: 'dispatcher' },
  supervisor: { unit: 'hotline', role: 'supervisor' },
  handler: { unit: 'urban', role: 'unit_handler' },
  head: { unit: 'urban', role: 'unit_head' },
  arbiter: { unit: 'governance', role: 'arbiter' },
  callback: { unit: 'governance', role: 'callback_agent' },
} as const;

const LAMP =
  '楼下路灯不亮三天了，老人晚上下楼看不见台阶，昨天差点摔倒。\n打过两次电话，一直没有人来。';
const PLACE = 'cangkou-yishun';

/** What residents say in the stories; each speaks for one category of the duty list. */
const said = [
  LAMP,
  '小区门口的垃圾桶三天没有清运，味道很大。',
  '人行道路面破损，坑洼里都是水，轮椅过不去。',
  '对面工地夜间施工，施工噪音到凌晨两点。',
  '楼道电梯又坏了，八十多岁的老人下不了楼。',
  '顶楼漏水，雨一大就滴到床上，物业说要用维修资金。',
  '有人在楼顶搭棚加盖，是不是违建？',
  '流动摊贩占道经营，孩子上学只能走机动车道。',
  '井盖缺了一块，晚上看不见，很危险。',
  '暖气不热，室内只有十三度，家里有八十五岁的老人。',
  '饭店油烟直接排到居民楼里，开不了窗。',
  '健身房跑路了，预付卡退费没有人管。',
];

/** Cases by what each is for. */
export interface Stories {
  readonly waiting: readonly string[];
  readonly emergency: string;
  readonly assigned: string;
  readonly handling: string;
  readonly suspended: string;
  readonly extension: string;
  readonly objected: string;
  readonly disputed: string;
  readonly ruled: string;
  readonly replied: string;
  readonly closed: string;
}

export type Cast = { readonly [Name in keyof typeof posts]: Staff };

export const castOf = async (district: ServedDistrict): Promise<Cast> => {
  const cast = Object.entries(posts).map(
    async ([name, post]) => [name, await district.staff(post)] as const,
  );
  return Object.fromEntries(await Promise.all(cast)) as Cast;
};

/** One matter about street lamps, brought as far as it should go. */
const lamp = async (cast: Cast, title: string, more: object = {}): Promise<string> => {
  const contact = { name: '示例称呼', telephone: '0000-00000001' };
  const { id } = await taken(cast.intake, LAMP, PLACE, { contact, ...more });
  await cast.dispatcher.act(id, 'triage', { category: 'street-light', title });
  return id;
};

const sent = async (cast: Cast, title: string, more: object = {}): Promise<string> => {
  const id = await lamp(cast, title, more);
  await cast.dispatcher.act(id, 'dispatch', { lead: 'urban', assisting: ['cangkou'] });
  return id;
};

const signed = async (cast: Cast, title: string, more: object = {}): Promise<string> => {
  const id = await sent(cast, title, more);
  await cast.handler.act(id, 'sign-for');
  await cast.handler.act(id, 'contact', {
    means: 'phone',
    reached: true,
    note: '说下午三点之后在家，可以上门查看。',
  });
  return id;
};

const REPLY = '已更换灯具 2 盏并恢复照明；灯杆基座松动的一处，本周五前加固。';
const object = { basis: 'other-power', reason: '该路段尚未移交，产权单位为开发企业。' };

const answered = async (cast: Cast, title: string): Promise<string> => {
  const id = await signed(cast, title);
  await cast.handler.act(id, 'reply', { reply: REPLY, outcome: 'PARTLY' });
  return id;
};

const disputed = async (cast: Cast, title: string): Promise<string> => {
  const id = await sent(cast, title);
  await cast.handler.act(id, 'object', object);
  for (const lead of ['urban', null]) {
    await cast.arbiter.act(id, 'decide-objection', { upheld: true, reason: '产权尚不清楚。' });
    if (lead === null) break;
    await cast.dispatcher.act(id, 'dispatch', { lead });
    await cast.handler.act(id, 'object', object);
  }
  return id;
};

const ruled = async (cast: Cast, title: string): Promise<string> => {
  const id = await disputed(cast, title);
  await cast.arbiter.act(id, 'rule-allocation', {
    panel: [posts.arbiter, posts.head, posts.supervisor],
    positions: [{ unit: 'urban', position: '尚未移交，不在养护范围。' }],
    lead: 'urban',
    reason: '未移交路段的照明由行业主管部门先行维护，产权争议另行解决。',
  });
  return id;
};

/** The district as it stands at half past three that Monday. */
export const tell = async (district: ServedDistrict, cast: Cast): Promise<Stories> => {
  const early = {
    ruled: await ruled(cast, '未移交路段路灯不亮'),
    assigned: await sent(cast, '怡顺社区 12 号楼前路灯不亮'),
    suspended: await signed(cast, '怡顺社区 3 号楼前路灯闪烁'),
    closed: await answered(cast, '怡顺社区北门路灯不亮'),
  };
  await cast.head.act(early.suspended, 'suspend', { reason: 'force-majeure' });
  await cast.callback.act(early.closed, 'verify', { reached: true, solved: 'yes', heard: true });
  await cast.callback.act(early.closed, 'close', { outcome: 'FIXED' });
  await district.setClock(MORNING + 6 * HOUR);
  await district.tick();

  const external = [{ system: '12345', number: '2026030200417', state: '已派单' }];
  const handling = await signed(cast, '怡顺社区 7 号楼前路灯不亮', { external });
  await cast.intake.act(handling, 'add-words', {
    words: '今天早上又坏了一盏。',
    onBehalfOf: { kind: 'person', relation: 'caller' },
  });
  await cast.supervisor.act(handling, 'remind', { text: '涉及老人夜间出行，请尽快到场。' });
  const extension = await signed(cast, '怡顺社区 9 号楼前路灯不亮', { confidential: true });
  const view = await cast.handler.get<{ clocks: { id: string; kind: string }[] }>(
    `/cases/${extension}`,
  );
  await cast.handler.act(extension, 'ask-extension', {
    clock: view.clocks.find(({ kind }) => kind === 'reply')?.id,
    by: '5wd',
    reason: '灯杆基座须重新浇筑，养护期五天。',
  });
  const objected = await sent(cast, '怡顺社区南门路灯不亮');
  await cast.handler.act(objected, 'object', object);
  const later = {
    handling,
    extension,
    objected,
    disputed: await disputed(cast, '怡顺社区西侧路灯不亮'),
    replied: await answered(cast, '怡顺社区 5 号楼前路灯不亮'),
  };
  const waiting: string[] = [];
  for (const words of said) waiting.push((await taken(cast.intake, words, PLACE)).id);
  const emergency = (await taken(cast.intake, '电梯困人，里面有一位老人，喘不上气。', PLACE)).id;
  await cast.intake.act(emergency, 'show-emergency', { channel: 'fire-119' });
  await district.setClock(MORNING + 6.5 * HOUR);
  await district.tick();
  return { ...early, ...later, waiting, emergency };
};
