import type { InstitutionView } from '../../src/contract/institution.ts';
import type { Post } from '../../src/contract/session.ts';
import { type ServedDistrict, type Staff, taken } from '../support/district.ts';
import { MORNING } from './stories.ts';

const HOUR = 3_600_000;
const PLACE = 'licun-dongshan';

export const posts = {
  district: { unit: 'licang', role: 'unit_head' },
  intake: { unit: PLACE, role: 'intake_agent' },
  community: { unit: PLACE, role: 'unit_handler' },
  secretary: { unit: PLACE, role: 'unit_head' },
  street: { unit: 'licun', role: 'unit_head' },
  desk: { unit: 'licun', role: 'dispatcher' },
  centre: { unit: 'hotline', role: 'dispatcher' },
  urban: { unit: 'urban', role: 'unit_handler' },
  urbanHead: { unit: 'urban', role: 'unit_head' },
  market: { unit: 'market', role: 'unit_handler' },
  transport: { unit: 'transport', role: 'unit_handler' },
  emergency: { unit: 'emergency', role: 'unit_handler' },
  arbiter: { unit: 'governance', role: 'arbiter' },
  supervisor: { unit: 'governance', role: 'supervisor' },
} as const satisfies Readonly<Record<string, Post>>;

export type Cast = { readonly [Name in keyof typeof posts]: Staff };

export const castOf = async (district: ServedDistrict): Promise<Cast> => {
  const cast = Object.entries(posts).map(
    async ([name, post]) => [name, await district.staff(post)] as const,
  );
  return Object.fromEntries(await Promise.all(cast)) as Cast;
};

/** The district lets a community coordinate, supervise and rate, for a time (its standing powers). */
const delegated = async (cast: Cast): Promise<void> => {
  for (const power of ['coordinate', 'supervise', 'rate']) {
    const { version } = await cast.district.get<InstitutionView>('/institution');
    await cast.district.post('/institution/delegate', {
      expectedVersion: version,
      from: 'licang',
      to: PLACE,
      power,
      validFrom: new Date(MORNING).toISOString(),
      validTo: new Date(MORNING + 180 * 24 * HOUR).toISOString(),
    });
  }
};

const WORDS = '夜市的摊位摆到了消防通道上，占了半条路，电线也乱拉。\n社区劝了三次，第二天照样摆。';

/** A matter of street vending, in the hands of the community. */
export const vending = async (cast: Cast, title: string): Promise<string> => {
  const { id } = await taken(cast.intake, WORDS, PLACE, {
    place: { unit: PLACE, detail: '东山路 18 号院门口' },
  });
  await cast.desk.act(id, 'triage', { category: 'street-vending', title });
  return id;
};

export const whistled = async (id: string, by: Staff, change: object = {}): Promise<string> => {
  const body = {
    case: id,
    kind: 'DAILY',
    level: 2,
    missing: ['fine-appearance', 'permit-road', 'seize'],
    tried: ['三次上门劝导，摊主当面答应，次日照旧', '会同物业划出临时摆卖区，无人进入'],
    units: ['urban', 'transport', 'market'],
    ...change,
  };
  return (await by.post<{ id: string }>('/whistles', body)).id;
};

/** Whistles by what each is for. */
export interface Whistles {
  /** A case whose unit may whistle, and has not yet. */
  readonly quiet: string;
  readonly proposed: string;
  readonly called: string;
  readonly working: string;
  readonly missed: string;
  readonly objected: string;
  readonly rating: string;
  readonly emergency: string;
}

const issued = async (cast: Cast, title: string, change: object = {}): Promise<string> => {
  const id = await whistled(await vending(cast, title), cast.secretary, change);
  await cast.street.whistle(id, 'screen', { issue: true });
  return id;
};

const came = async (who: Staff, id: string, callOut: number, more: object = {}) => {
  await who.whistle(id, 'sign', { callOut });
  await who.whistle(id, 'report-in', { callOut, rank: 'section', headCount: 1, ...more });
};

/** The district's whistles as they stand late on the second afternoon. */
export const blow = async (district: ServedDistrict, cast: Cast): Promise<Whistles> => {
  await delegated(cast);
  const quiet = await vending(cast, '东山路菜场早市占道');
  const missed = await issued(cast, '东山路夜市占道');
  await came(cast.urban, missed, 1);
  const rating = await issued(cast, '沙县小吃门前占道', {
    missing: ['fine-appearance'],
    units: ['urban'],
  });
  await came(cast.urban, rating, 1);
  await cast.urban.whistle(rating, 'settle', {
    callOut: 1,
    result: 'ACTION',
    text: '当场下达整改通知并清理，店主已恢复原状。',
  });
  await cast.secretary.whistle(rating, 'conclude', { result: 'DONE', reason: '门前已恢复通行。' });
  await cast.secretary.whistle(rating, 'rate', {
    unit: 'urban',
    items: { needed: 'yes', prepared: 'yes', acted: 'partly' },
    text: '来得快，能当场处理。',
  });
  await district.setClock(MORNING + 31 * HOUR);
  await district.tick();
  await district.tick();

  const working = await issued(cast, '东山社区北门烧烤占道');
  await came(cast.urban, working, 1);
  await came(cast.transport, working, 2, { rank: 'section-deputy' }).catch(() => undefined);
  await cast.secretary.whistle(working, 'plan', {
    steps: [
      {
        what: '清理占用消防通道的摊位，逐户送达告知书',
        owner: 'urban',
        power: 'fine-appearance',
        dueAt: new Date(MORNING + 50 * HOUR).toISOString(),
      },
      {
        what: '划定临时摆卖区并公示',
        owner: PLACE,
        power: null,
        dueAt: new Date(MORNING + 78 * HOUR).toISOString(),
      },
    ],
  });
  const objected = await issued(cast, '东山路口三轮车占道');
  await cast.market.whistle(objected, 'object', {
    callOut: 3,
    basis: 'other-power',
    reason: '现场不涉及食品经营，查封扣押不由本局行使。',
  });
  const called = await issued(cast, '东山路 18 号院夜市占道', {
    missing: ['fine-appearance'],
    units: ['urban'],
  });
  const proposed = await whistled(await vending(cast, '东山市场周边占道'), cast.community, {
    onBehalfOf: { kind: 'post', post: posts.secretary },
  });
  const emergency = await whistled(await vending(cast, '夜市摊位液化气罐泄漏'), cast.secretary, {
    kind: 'EMERGENCY',
    level: 1,
    missing: ['seize'],
    units: ['emergency'],
    tried: [],
  });
  await district.tick();
  return { quiet, proposed, called, working, missed, objected, rating, emergency };
};
