import type { SponsorshipView } from '../../src/contract/sponsorships.ts';
import { type ServedDistrict, type Staff, taken } from '../support/district.ts';
import { MORNING } from './stories.ts';

const DAY = 86_400_000;
const PLACE = 'licun-dongshan';
const at = (days: number) => new Date(MORNING + days * DAY).toISOString();

export const posts = {
  clerk: { unit: PLACE, role: 'intake_agent' },
  desk: { unit: 'licun', role: 'dispatcher' },
  handler: { unit: 'licun', role: 'unit_handler' },
  street: { unit: 'licun', role: 'unit_head' },
  leader: { unit: 'licang', role: 'sponsor' },
  liaison: { unit: 'licun', role: 'liaison' },
  market: { unit: 'market', role: 'unit_handler' },
  auditor: { unit: 'governance', role: 'auditor' },
} as const;

export type Cast = { readonly [Name in keyof typeof posts]: Staff };

export const castOf = async (district: ServedDistrict): Promise<Cast> => {
  const all = Object.entries(posts).map(
    async ([name, post]) => [name, await district.staff(post)] as const,
  );
  return Object.fromEntries(await Promise.all(all)) as Cast;
};

/** A matter of street vending that the street has signed for, and gets no further with. */
export async function stuck({ clerk, desk, handler }: Cast, title: string): Promise<string> {
  const { id } = await taken(
    clerk,
    '夜市摊位占了消防通道一年，劝了多次，换个地方又摆出来。\n我们不是不让人谋生，但是出了火怎么办？',
    PLACE,
    { contact: { name: '王某', phone: '13800000000' } },
  );
  await desk.act(id, 'triage', { category: 'street-vending', title });
  await desk.act(id, 'dispatch', { lead: 'licun' });
  await handler.act(id, 'sign-for');
  return id;
}

/** Put up to the leader for a power the street lacks. */
export const nominated = async ({ street }: Cast, about: string): Promise<string> =>
  (
    await street.post<{ id: string }>('/sponsorships', {
      case: about,
      blocked: {
        kind: 'ASKED',
        powers: ['seize'],
        tried: ['三次上门劝导，次日照旧', '会同物业划出临时摆卖区，无人进入'],
      },
      reason: '查封扣押和划定摆卖区涉及三个部门，街道没有职权统筹',
      grounds: {
        harm: 'safety',
        affected: 'hundreds',
        legalBreach: false,
        reason: '消防通道被占一年，两个小区出入受影响',
      },
      sponsor: 'licang.sponsor',
      lead: 'licun.unit_head',
      liaison: 'licun.liaison',
    })
  ).id;

export const acting =
  (who: Staff) =>
  async (id: string, act: string, body: object = {}): Promise<void> => {
    const { version } = await who.get<SponsorshipView>(`/sponsorships/${id}`);
    await who.post(`/sponsorships/${id}/${act}`, { expectedVersion: version, ...body });
  };

const forPerson = { onBehalfOf: { kind: 'person', relation: 'helper' } };

/** A task force that has met and a plan that stands; what one unit promised will soon be late. */
export async function underWay(cast: Cast, id: string): Promise<void> {
  const [leader, lead, liaison] = [cast.leader, cast.street, cast.liaison].map(acting) as [
    ReturnType<typeof acting>,
    ReturnType<typeof acting>,
    ReturnType<typeof acting>,
  ];
  await leader(id, 'accept');
  await leader(id, 'record-act', {
    kind: 'met-person',
    duty: 'facts',
    note: '到现场看了两个时段，听摊主和居民各说一遍',
    words: '给我们一个能摆的地方，我们就不占道',
  });
  await liaison(id, 'agree-needs', {
    needs: [{ kind: 'no-work', text: '摆摊是全家唯一的收入，想要一个合法的摊位' }],
    ...forPerson,
  });
  await leader(id, 'convene', {
    mandate: '一个月内恢复消防通道，给摊主一个合法去处',
    powers: ['fine-appearance', 'permit-road'],
    until: at(40),
    members: [
      { unit: 'urban', power: 'fine-appearance' },
      { unit: 'transport', power: 'permit-road' },
      { unit: 'market', power: null },
    ],
  });
  await lead(id, 'hold-meeting', {
    agenda: '临时摆卖区放在哪里，消防通道什么时候清出来',
    present: ['urban', 'transport', 'market'],
    positions: [
      { unit: 'urban', position: '摆卖区定下来，当天清通道' },
      { unit: 'transport', position: '东侧辅路可以划一段，夜间使用' },
      { unit: 'market', position: '可以集中发证，须先有固定场所' },
    ],
    decision: '东侧辅路划出夜间摆卖区，清出消防通道，摊主集中办证',
    dissents: [{ unit: 'market', text: '辅路没有供水，食品摊位我局保留意见。' }],
    commitments: [{ unit: 'market', what: '逐户登记摊主，告知办证材料', dueAt: at(5) }],
  });
  await lead(id, 'plan', {
    steps: [
      { what: '清出消防通道', owner: 'urban', power: 'fine-appearance', dueAt: at(20) },
      { what: '划定东侧辅路夜间摆卖区', owner: 'transport', power: 'permit-road', dueAt: at(15) },
    ],
  });
}

export const later = async (district: ServedDistrict, days: number): Promise<void> => {
  await district.setClock(MORNING + days * DAY);
  for (let n = 0; n < 4; n += 1) await district.tick();
};
