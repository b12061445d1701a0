import type { Actor, OfficeId, Post, Role, UnitId } from '../../core/process.ts';
import type { Rulebook, Unit } from '../../core/rulebook/rulebook.ts';
import type { Text } from '../../core/text.ts';
import type { Crypto, TenantId } from '../../engine/ports.ts';

/** Printed on the demonstration page: nothing here is worth keeping anyone out of. */
export const PASSWORD = 'shaoying-demo';

/** A login of the demonstration district, named by its post: who sits there is nobody. */
export interface Seat {
  readonly login: string;
  readonly posts: readonly Post[];
}

/** A seat the demonstration page puts forward, and what there is to see in it. */
interface Featured {
  readonly login: string;
  readonly why: Text;
}

/** The street whose desks the page leads through; it gets the larger part of the requests. */
export const STREET = 'licun';
export const COMMUNITY = 'licun-dongshan';
/** Where reports of wrongdoing would be kept apart, rules edited and accounts made. */
const GOVERNANCE = 'governance';
export const DISTRICT = 'licang';

const seat = (login: string, ...posts: readonly [UnitId, Role, OfficeId?][]): Seat => ({
  login,
  posts: posts.map(([unit, role, office]) => ({
    unit,
    role,
    ...(office === undefined ? {} : { office }),
  })),
});

/** Every seat: each street, community, department and utility has those who do its work. */
export function seatsOf(law: Rulebook): readonly Seat[] {
  const centre = law.dispatch.centre;
  return [
    ...law.units.flatMap(seatsIn),
    ...law.offices.flatMap(({ id, unit }) => [
      seat(`${id}-handler`, [unit, 'unit_handler', id]),
      seat(`${id}-head`, [unit, 'office_head', id]),
    ]),
    seat(`${centre}-intake`, [centre, 'intake_agent']),
    seat(`${centre}-dispatch`, [centre, 'dispatcher']),
    seat(`${centre}-supervisor`, [centre, 'supervisor']),
    seat(`${GOVERNANCE}-arbiter`, [law.objection.ruler, 'arbiter']),
    seat(`${GOVERNANCE}-callback`, [law.verification.unit, 'callback_agent']),
    ...(law.callback?.units ?? [])
      .filter((unit) => unit !== law.verification.unit)
      .map((unit) => seat(`${unit}-callback`, [unit, 'callback_agent'])),
    seat(`${GOVERNANCE}-audit`, [GOVERNANCE, 'auditor']),
    seat(`${GOVERNANCE}-sealed`, [GOVERNANCE, 'sealed_officer']),
    seat(`${GOVERNANCE}-supervisor`, [GOVERNANCE, 'supervisor']),
    ...(law.retention === null
      ? []
      : [seat(`${law.retention.unit}-archivist`, [law.retention.unit, 'archivist'])]),
    seat(`${DISTRICT}-secretary`, [DISTRICT, 'unit_head']),
    seat(`${DISTRICT}-supervisor`, [DISTRICT, 'supervisor']),
    seat(`${DISTRICT}-sponsor`, [DISTRICT, 'sponsor']),
    seat(`${DISTRICT}-rules`, [DISTRICT, 'rule_editor']),
    seat(`${DISTRICT}-rules-second`, [DISTRICT, 'rule_editor']),
    seat(`${DISTRICT}-review`, [DISTRICT, 'unit_handler']),
    seat('city-review', ['city-review', 'unit_handler'], ['city-review', 'unit_head']),
    seat(`${DISTRICT}-admin`, [DISTRICT, 'administrator']),
  ];
}

function seatsIn({ id, type, parent }: Unit): readonly Seat[] {
  switch (type) {
    case 'community':
      // In a small office one person receives and handles.
      return [
        seat(id, [id, 'intake_agent'], [id, 'unit_handler']),
        ...(parent === STREET ? [seat(`${id}-secretary`, [id, 'unit_head'])] : []),
      ];
    case 'street':
      return [
        seat(`${id}-intake`, [id, 'intake_agent']),
        seat(`${id}-dispatch`, [id, 'dispatcher']),
        seat(`${id}-handler`, [id, 'unit_handler'], [id, 'liaison']),
        seat(`${id}-head`, [id, 'unit_head'], [id, 'supervisor']),
      ];
    case 'department':
    case 'utility':
      return [seat(`${id}-handler`, [id, 'unit_handler']), seat(`${id}-head`, [id, 'unit_head'])];
    default:
      return [];
  }
}

/** In the order of the page: the way of a case, then those who watch over it. */
const FEATURED: readonly Featured[] = [
  {
    login: COMMUNITY,
    why: {
      zh: '社区窗口：登记诉求，办理社区自己的事。可切换受理员、承办人两个岗位。',
      en: 'Community counter: registers requests and handles what is the community’s own. Two posts to switch between.',
    },
  },
  {
    login: `${COMMUNITY}-secretary`,
    why: {
      zh: '社区书记：受区委书记委托，可以吹哨请部门报到，也评价来的单位。',
      en: 'Community secretary: whistles for departments under the district’s delegation, and rates those who come.',
    },
  },
  {
    login: `${STREET}-intake`,
    why: {
      zh: '街道窗口：登记，提示紧急电话并确认已转紧急救助。',
      en: 'Street counter: registers, shows the emergency number and confirms the hand-over.',
    },
  },
  {
    login: 'hotline-intake',
    why: {
      zh: '区热线：接听来电、接收市热线转来的单子。',
      en: 'District hotline: takes calls and what the city hotline passes on.',
    },
  },
  {
    login: `${STREET}-dispatch`,
    why: {
      zh: '街道派单台：研判、派单，系统给出依据清单的建议和理由。',
      en: 'Street dispatch desk: triage and dispatch, with the duty list’s proposal and its reason.',
    },
  },
  {
    login: 'hotline-dispatch',
    why: {
      zh: '区派单台：街道管不了的派给部门，合并同一事项。',
      en: 'District dispatch desk: sends to departments what a street cannot do, joins the same matter.',
    },
  },
  {
    login: 'urban-handler',
    why: {
      zh: '区城市管理和综合执法局承办人：签收或者提出派单异议，联系本人，答复。',
      en: 'Urban Management handler: signs for or objects, contacts the person, replies.',
    },
  },
  {
    login: 'urban-head',
    why: {
      zh: '同一单位负责人：看到全单位的待办，可以中止计时；一件领导包案的包案责任人，已申请延期。',
      en: 'Head of the same bureau: sees all it owes, may suspend a clock; accountable lead of a sponsored case, who has asked for more time.',
    },
  },
  {
    login: 'housing-head',
    why: {
      zh: '区住房和建设局负责人：一件领导包案的包案责任人，专班已会商，帮扶等本人决定。',
      en: 'Head of Housing and Construction: accountable lead of a sponsored case; the task force has met, an offer waits for the person.',
    },
  },
  {
    login: 'urban-works-handler',
    why: {
      zh: '同一单位市政设施科的承办人：看到本科室的和还没有分派的。',
      en: 'A handler in its Municipal Works Office: sees what that office has and what none has.',
    },
  },
  {
    login: 'veterans-support-head',
    why: {
      zh: '区退役军人事务局服务保障科负责人：这个单位的答复须经科室、单位负责人依次同意。',
      en: 'Head of the Support Office in Veterans Affairs, whose replies its office and its head must agree to.',
    },
  },
  {
    login: 'housing-handler',
    why: {
      zh: '区住房和建设局承办人：房屋、物业、电动车充电。',
      en: 'Housing and Construction handler: buildings, property management, e-bike charging.',
    },
  },
  {
    login: `${STREET}-handler`,
    why: {
      zh: '街道承办人，兼联络员：占道经营、临时救助，缺职权时吹哨；两件领导包案由这里联系本人。',
      en: 'Street handler and liaison: vending and relief, whistles where a power is missing; keeps contact in both sponsored cases.',
    },
  },
  {
    login: `${STREET}-head`,
    why: {
      zh: '街道负责人，兼督办：两个岗位。审核街道和社区的吹哨。',
      en: 'Head of the street, and its supervisor: two posts. Screens the whistles of street and communities.',
    },
  },
  {
    login: 'transport-handler',
    why: {
      zh: '区交通运输局承办人：几张报到通知同时在手，一张未按时报到，一张超出接单上限。',
      en: 'Transport Bureau handler: several call-outs in hand, one missed, one beyond what it can answer.',
    },
  },
  {
    login: 'governance-supervisor',
    why: {
      zh: '区社会治理中心督办员：逾期的报到通知升到这里。',
      en: 'District governance supervisor: missed call-outs climb to this desk.',
    },
  },
  {
    login: 'licang-secretary',
    why: {
      zh: '区委书记：委托协调、督办、评价三项权，作批示；有一件包案延期等着审批。',
      en: 'District secretary: delegates coordination, supervision and rating, gives written instructions; one sponsor’s extension to decide.',
    },
  },
  {
    login: 'governance-arbiter',
    why: {
      zh: '裁定人：处理派单异议；两次退单后作出派单裁定。',
      en: 'Arbiter: decides objections, and rules on the allocation after two returns.',
    },
  },
  {
    login: 'hotline-supervisor',
    why: {
      zh: '督办员：审批延期，催办、督办。',
      en: 'Supervisor: decides extensions, reminds and supervises.',
    },
  },
  {
    login: 'governance-callback',
    why: {
      zh: '回访员：办结之前问本人是否解决，再办结。',
      en: 'Callback agent: asks the person whether it is solved, then closes.',
    },
  },
  {
    login: 'hotline-callback',
    why: {
      zh: '回访员：办结之后按抽签问本人；经手的单位不知道抽中了谁。',
      en: 'Callback agent: asks the person after closing, by lot; those who handled it do not know.',
    },
  },
  {
    login: 'governance-audit',
    why: {
      zh: '审计员：看得到全部事项和查看记录，看不到是谁。',
      en: 'Auditor: sees every case and every look, and not who the person is.',
    },
  },
  {
    login: 'licang-rules',
    why: {
      zh: '规则编辑：提出规则变更；由另一名规则编辑（licang-rules-second）批准。',
      en: 'Rule editor: proposes a change of the law, which the other one (licang-rules-second) approves.',
    },
  },
  {
    login: 'licang-admin',
    why: {
      zh: '系统管理员：用表格管理岗位人员；看不到任何诉求内容。',
      en: 'Administrator: keeps the staff by a table; sees nothing of any request.',
    },
  },
  {
    login: 'petitions-handler',
    why: {
      zh: '信访局：登记、转送信访事项，登记送达，计算各步期限，打印告知书和送达回证。',
      en: 'Petition Bureau: registers and routes petitions, records deliveries, counts the dates, prints the papers.',
    },
  },
  {
    login: 'licang-review',
    why: {
      zh: '区政府复查承办人：有一个信访事项正在复查。',
      en: 'Reviews for the district government: one petition is under review.',
    },
  },
  {
    login: 'licang-sponsor',
    why: {
      zh: '包案领导：同时包两件，一件专班在办，一件临近期限。',
      en: 'Sponsor of two cases: one with its task force at work, one near its end date.',
    },
  },
  {
    login: 'governance-archivist',
    why: {
      zh: '档案员：办结事项保存到什么时候、法定保全、档案移交、答复销毁请求；谁也不能手工销毁。',
      en: 'Archivist: until when what has ended is kept, legal holds, the hand-over to the archive, wishes to be erased; no hand erases.',
    },
  },
  {
    login: 'governance-sealed',
    why: {
      zh: '专管员：检举控告不在这里保存，这个岗位没有待办。',
      en: 'Sealed-channel officer: reports of wrongdoing are not kept here; there is nothing to do.',
    },
  },
];

/** The seats the page and the console put forward, in this order. */
export const featuredSeats = (law: Rulebook): readonly (Seat & Featured)[] => {
  const seats = new Map(seatsOf(law).map((one) => [one.login, one]));
  return FEATURED.map((featured) => {
    const found = seats.get(featured.login);
    if (found === undefined) throw new Error(`the demonstration has no seat ${featured.login}`);
    return { ...found, ...featured };
  });
};

/** An account's id follows from its login, so that events made before the account name it rightly. */
export const accountId = (crypto: Crypto, tenant: TenantId, login: string): string =>
  crypto.derive(`demonstration/${tenant}/${login}`, 80);

/** Who acts as a post. */
export type Staff = (unit: UnitId, role: Role, office?: OfficeId) => Actor;

export function staffOf(law: Rulebook, crypto: Crypto, tenant: TenantId): Staff {
  const keyOf = ({ unit, role, office }: Post) => [unit, role, office ?? ''].join('/');
  const holders = new Map(
    seatsOf(law).flatMap(({ login, posts }) =>
      posts.map((post) => [keyOf(post), accountId(crypto, tenant, login)] as const),
    ),
  );
  return (unit, role, office) => {
    const post: Post = { unit, role, ...(office === undefined ? {} : { office }) };
    const account = holders.get(keyOf(post));
    if (account === undefined) throw new Error(`the demonstration has no ${keyOf(post)}`);
    return { kind: 'staff', account, post };
  };
}
