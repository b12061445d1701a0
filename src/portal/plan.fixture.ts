import type { Post } from '../core/process.ts';
import { petitionLaw } from '../core/rulebook/petition.fixture.ts';
import { sponsoringLadder, sponsorshipLaw } from '../core/rulebook/sponsoring.fixture.ts';
import { supporting } from '../core/rulebook/supporting.fixture.ts';
import { whistling } from '../core/rulebook/whistling.fixture.ts';
import { secrecy } from '../core/secrecy/given.fixture.ts';
import { openPortal, type PortalUnderTest, staff } from './portal.fixture.ts';

/** A matter that a leader takes on, for the person's page of it. For tests only. */

export const SPONSORSHIP = 'sponsorship-of-the-test';
export const NEED = '去年失去工作，想要一份离家近的活';
export const REPLY = '核定无误，理由如下';
export const RESULT = '岗位已落实，核定不变';

export const HEAD = { unit: 's1', role: 'unit_head' } as const;
export const SPONSOR = { unit: 'd', role: 'sponsor' } as const;
export const LEAD = { unit: 'urban', role: 'unit_head' } as const;
export const LIAISON = { unit: 's1', role: 'liaison' } as const;

const DAY = 24 * 3_600_000;

export const form = (fields: Record<string, string>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
});

/** Somebody who said something, and holds its receipt. */
export interface Teller {
  readonly stream: string;
  readonly code: string;
  readonly cookies: Record<string, string>;
}

export async function says(portal: PortalUnderTest, key: string, what: string): Promise<Teller> {
  const streams = async () => {
    const list = await portal.memory.queries.list('demo', { process: 'case' }, 10, null);
    return list.rows.map(({ stream }) => stream);
  };
  const before = await streams();
  const told = { danger: 'no', official: 'no', what, kind: 'complaint', unit: 'c11', key };
  const said = await portal.app.inject({
    method: 'POST',
    url: '/say',
    ...form({ ...told, who: 'self', step: 'check', go: 'next' }),
  });
  const code = (/class="code">([0-9A-Z ]{14})</.exec(said.body)?.[1] ?? '').replaceAll(' ', '');
  const page = await portal.app.inject({ method: 'POST', url: '/follow', ...form({ code }) });
  const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  const stream = (await streams()).find((one) => !before.includes(one)) ?? '';
  return { stream, code, cookies };
}

const STREET = { unit: 's1', role: 'dispatcher' } as const;

export const triaged = (portal: PortalUnderTest, stream: string) =>
  staff(portal, stream, STREET, 'triage', {
    category: 'vending',
    title: '占道',
    urgency: null,
    automatic: false,
  });

const seat = (post: Post) => ({ account: `account-${post.unit}-${post.role}`, post });

export interface Sponsored {
  readonly portal: PortalUnderTest;
  readonly teller: Teller;
  act(by: Post, type: string, data: object, texts?: Record<string, string>): Promise<void>;
  takenOn(): Promise<void>;
  /** Its needs agreed, its plan made. */
  planned(): Promise<void>;
  /** Answered, and the result told. */
  told(): Promise<void>;
}

/** Put up to a leader, who has not said yes yet. */
export async function nominated(): Promise<Sponsored> {
  const law = {
    ...supporting,
    ...whistling,
    secrecy,
    petition: petitionLaw,
    sponsorship: sponsorshipLaw,
    ladder: sponsoringLadder,
  };
  const portal = await openPortal({ law });
  const teller = await says(portal, 'page-one', '摊位占了盲道，三年没有结果');
  await triaged(portal, teller.stream);
  const order = { lead: 's1', assisting: [], overrideReason: null };
  await staff(portal, teller.stream, STREET, 'dispatch', order);
  const act: Sponsored['act'] = async (by, type, data, texts = {}) => {
    await staff(portal, SPONSORSHIP, by, type, data, texts, { process: 'sponsorship' });
    await portal.engine.tick();
  };
  await act(HEAD, 'nominate', {
    case: teller.stream,
    blocked: { kind: 'ASKED', powers: ['fine'], tried: ['约谈三次'] },
    reason: '街道没有处罚权',
    grounds: { harm: 'hardship', affected: 'few', legalBreach: false, reason: '拖得久' },
    sponsor: seat(SPONSOR),
    lead: seat(LEAD),
    liaison: seat(LIAISON),
    shown: 0,
  });
  const takenOn = () => act(SPONSOR, 'accept', { shown: 0 });
  const planned = async () => {
    await takenOn();
    const needs = { needs: [{ kind: 'work', text: null }] };
    await staff(
      portal,
      SPONSORSHIP,
      LIAISON,
      'agree-needs',
      needs,
      { 'needs.0.text': NEED },
      {
        process: 'sponsorship',
        onBehalfOf: { kind: 'person', relation: 'helper' },
      },
    );
    await act(LEAD, 'plan', {
      steps: [{ what: '划定摊位', owner: 'urban', power: null, dueAt: portal.clock + 20 * DAY }],
    });
  };
  const told = async () => {
    await planned();
    const answer = { answer: 'NOT_SUPPORT', reply: null, citation: '某条例第五条' };
    await act(LEAD, 'answer-claim', answer, { reply: REPLY });
    await act(LIAISON, 'tell-result', { means: 'visit', result: null }, { result: RESULT });
  };
  return { portal, teller, act, takenOn, planned, told };
}
