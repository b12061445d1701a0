import fastify from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CallbackAct } from '../contract/callbacks.ts';
import { actBodies, type CaseAct } from '../contract/cases.ts';
import { PETITION_AT_ONCE, type PetitionAct, petitionBodies } from '../contract/petitions.ts';
import type { RetentionAct } from '../contract/retention.ts';
import { secrecyBodies } from '../contract/secrecy.ts';
import {
  SPONSORSHIP_AT_ONCE,
  type SponsorshipAct,
  sponsorshipBodies,
} from '../contract/sponsorships.ts';
import { SUPPORT_AT_ONCE, type SupportAct, supportBodies } from '../contract/supports.ts';
import { confirmationBodies } from '../contract/unit.ts';
import { WHISTLE_AT_ONCE, type WhistleAct, whistleBodies } from '../contract/whistles.ts';
import { ACCESS as CALLBACK_ACCESS } from '../core/callback/access.ts';
import { ACCESS } from '../core/case/access.ts';
import { RULES } from '../core/case/rules.ts';
import { ACCESS as PETITION_ACCESS } from '../core/petition/access.ts';
import { RULES as PETITION_RULES } from '../core/petition/rules.ts';
import type { Role } from '../core/process.ts';
import { ACCESS as RETENTION_ACCESS } from '../core/retention/access.ts';
import { ACCESS as SPONSORSHIP_ACCESS } from '../core/sponsorship/access.ts';
import { RULES as SPONSORSHIP_RULES } from '../core/sponsorship/rules.ts';
import { ACCESS as SUPPORT_ACCESS } from '../core/support/access.ts';
import { RULES as SUPPORT_RULES } from '../core/support/rules.ts';
import { ACCESS as WHISTLE_ACCESS } from '../core/whistle/access.ts';
import { RULES as WHISTLE_RULES } from '../core/whistle/rules.ts';
import {
  ACTS,
  CALLBACKS,
  CHANGES,
  type Change,
  KEEPING,
  PETITIONS,
  pairs,
  ROUTES,
  SEAT_LETTERS,
  SPONSORSHIPS,
  SUPPORTS,
  WHISTLES,
} from './access.fixture.ts';
import { access } from './access.ts';
import { guard } from './gate.ts';
import type { Api } from './parts.ts';
import { type Client, type District, openDistrict } from './testing/district.ts';

let district: District;
const ids = new Map<string, string>();

const BODIES: Readonly<Partial<Record<CaseAct, object>>> = {
  triage: { category: 'vending', title: '示例' },
  'show-emergency': { channel: 'police' },
  'confirm-handover': { remains: true },
  'answer-at-once': { answer: '示例' },
  redirect: { channel: 'market' },
  merge: { into: 'x' },
  unmerge: { from: 'x', reason: '示例' },
  dispatch: { lead: 's1' },
  object: { basis: 'not-on-list', reason: '示例' },
  'decide-objection': { upheld: false, reason: '示例' },
  'rule-allocation': {
    panel: [{ unit: 'centre', role: 'arbiter' }],
    positions: [],
    lead: 's1',
    reason: '示例',
  },
  contact: { means: 'phone', reached: true },
  suspend: { reason: 'hearing' },
  assign: { login: 's1/unit_handler' },
  'hand-on': { office: 'x', reason: '示例' },
  'send-back-reply': { reason: '示例' },
  'ask-extension': { clock: 'reply-1', by: '1wd', reason: '示例' },
  'decide-extension': { granted: true, reason: '示例' },
  'tell-extension': { means: 'phone' },
  remind: { text: '示例' },
  supervise: { text: '示例' },
  reply: { reply: '示例', outcome: 'FIXED' },
  verify: { reached: true, solved: 'yes' },
  close: { outcome: 'FIXED' },
  reopen: { reason: 'new_facts' },
  disagree: { words: '示例' },
  'add-words': { words: '示例' },
  summarise: { summary: '示例' },
  message: { text: '示例' },
  'ask-upstream-return': { reason: '示例' },
  'ask-upstream-extension': { by: '1wd', reason: '示例' },
};
const request = {
  reportsOfficial: false,
  kind: 'consult',
  intake: 'counter',
  words: '示例',
  place: { unit: 'c11' },
};

/** One case in each state an act can be tried in. */
beforeAll(async () => {
  district = await openDistrict();
  const clerk = await district.as('c11', 'intake_agent');
  const desk = await district.as('s1', 'dispatcher');
  const street = await district.as('s1', 'unit_handler');
  const caller = await district.as('centre', 'callback_agent');
  const path: readonly (readonly [string, Client, CaseAct])[] = [
    ['triaged', desk, 'triage'],
    ['assigned', desk, 'dispatch'],
    ['handling', street, 'sign-for'],
    ['replied', street, 'reply'],
    ['verified', caller, 'verify'],
    ['closed', caller, 'close'],
  ];
  for (let steps = 0; steps <= path.length; steps += 1) {
    const { id } = (await clerk.post('/cases', request)).body;
    for (const [, who, act] of path.slice(0, steps)) await tried(who, id, act);
    ids.set(path[steps - 1]?.[0] ?? 'received', id);
  }
  const { id } = (await clerk.post('/cases', request)).body;
  for (const [, who, act] of path.slice(0, 2)) await tried(who, id, act);
  await tried(street, id, 'object');
  ids.set('objected', id);
});

async function tried(who: Client, id: string, act: CaseAct) {
  const entry = await district.kept.queries.entry('demo', id);
  const body = { expectedVersion: entry?.version ?? 0, ...BODIES[act] };
  return who.post(`/cases/${id}/${act}`, body);
}

const ask = async (route: string, who: Client | null) => {
  const [method = '', url = ''] = route.split(' ');
  const address = url.replace(':id', ids.get('received') ?? '').replace(':field', 'contact');
  const payload = method === 'GET' || method === 'DELETE' ? {} : { payload: {} };
  const options = { method: method as 'GET', url: address, ...payload };
  if (who !== null) return who.send(options);
  const answer = await district.app.inject(options);
  return { status: answer.statusCode, body: answer.json() };
};

describe('the table of routes and roles', () => {
  it('is written out here whole', () => {
    const acts = Object.keys(ACTS).map((act) =>
      act === 'register' ? 'POST /api/cases' : `POST /api/cases/:id/${act}`,
    );
    const changes = Object.keys(CHANGES).map((act) => `POST /api/institution/${act}`);
    const whistles = Object.keys(WHISTLES).map((act) =>
      act === 'propose' ? 'POST /api/whistles' : `POST /api/whistles/:id/${act}`,
    );
    const callbacks = Object.keys(CALLBACKS).map((act) => `POST /api/callbacks/:id/${act}`);
    const petitions = Object.keys(PETITIONS).map((act) =>
      act === 'register' ? 'POST /api/petitions' : `POST /api/petitions/:id/${act}`,
    );
    const supports = Object.keys(SUPPORTS).map((act) =>
      act === 'offer' ? 'POST /api/supports' : `POST /api/supports/:id/${act}`,
    );
    const sponsorships = Object.keys(SPONSORSHIPS).map((act) =>
      act === 'nominate' ? 'POST /api/sponsorships' : `POST /api/sponsorships/:id/${act}`,
    );
    const keeping = Object.keys(KEEPING).map((act) => `POST /api/retention/:id/${act}`);
    const words = Object.keys(confirmationBodies).map(
      (act) => `POST /api/confirmations/:id/${act}`,
    );
    const holds = Object.keys(secrecyBodies).map((act) => `POST /api/cases/:id/secrecy/${act}`);
    const open = ['GET /api/openapi.json', 'GET /api/demo/accounts', 'POST /api/session'];
    expect(
      [
        ...Object.keys(ROUTES),
        ...acts,
        ...whistles,
        ...changes,
        ...words,
        ...holds,
        ...callbacks,
        ...petitions,
        ...supports,
        ...sponsorships,
        ...keeping,
        ...open,
      ].sort(),
    ).toEqual(Object.keys(access).sort());
    expect(Object.keys(ACTS).sort()).toEqual(['register', ...Object.keys(actBodies)].sort());
  });

  it.each(Object.keys(access).filter((route) => access[route] !== 'public'))(
    'asks for a session at %s',
    async (route) => {
      expect(await ask(route, null)).toMatchObject({
        status: 401,
        body: { code: 'api.not-signed-in' },
      });
    },
  );

  it.each(pairs(ROUTES))('%s for %s: %s', async (route, role, may) => {
    const who = await district.as('s1', role);
    if (route === 'GET /api/live' && may) {
      // A stream does not end, so that it cannot be asked here: `live.test.ts` does.
      expect((access[route] as ReadonlySet<Role>).has(role)).toBe(true);
      return;
    }
    const { status, body } = await ask(route, who);
    if (may) expect(body?.code).not.toBe('api.not-allowed');
    else expect({ status, code: body.code }).toEqual({ status: 403, code: 'api.not-allowed' });
  });

  it('lets no route be registered that is not in it', () => {
    const app = fastify();
    guard(app as unknown as Api);
    app.get('/api/session', async () => 'known');
    expect(() => app.get('/api/backdoor', async () => 'in')).toThrow(/not in the access table/);
  });
});

describe('the table of a callback’s acts and roles', () => {
  it.each(pairs(CALLBACKS))('%s for %s: %s', (name, role, may) => {
    const lines = CALLBACK_ACCESS[name as CallbackAct];
    expect(lines.some((who) => 'roles' in who && who.roles.includes(role))).toBe(may);
  });
});

describe('the table of a whistle’s acts and roles', () => {
  it.each(pairs(WHISTLES))('%s for %s: %s', (name, role, may) => {
    const lines = WHISTLE_ACCESS[name as WhistleAct | 'propose'];
    expect(lines.some((who) => 'roles' in who && who.roles.includes(role))).toBe(may);
  });
});

describe('the table of a petition’s acts and roles', () => {
  it.each(pairs(PETITIONS))('%s for %s: %s', (name, role, may) => {
    const lines = PETITION_ACCESS[name as PetitionAct | 'register'];
    expect(lines.some((who) => 'roles' in who && who.roles.includes(role))).toBe(may);
  });
});

describe('the table of a support’s acts and roles', () => {
  it.each(pairs(SUPPORTS))('%s for %s: %s', (name, role, may) => {
    const lines = SUPPORT_ACCESS[name as SupportAct | 'offer'];
    const helps = role === 'intake_agent' && lines.some((who) => 'person' in who);
    expect(helps || lines.some((who) => 'roles' in who && who.roles.includes(role))).toBe(may);
  });
});

describe('the table of a sponsorship’s acts, roles and seats', () => {
  const [roles, seats] = [new Map<string, string>(), new Map<string, string>()];
  for (const [act, row] of Object.entries(SPONSORSHIPS)) {
    roles.set(act, row.slice(0, 18));
    seats.set(act, row.slice(18).trim());
  }

  it.each(pairs(Object.fromEntries(roles)))('%s for %s: %s', (name, role, may) => {
    const lines = SPONSORSHIP_ACCESS[name as SponsorshipAct | 'nominate'];
    expect(lines.some((who) => 'roles' in who && who.roles.includes(role))).toBe(may);
  });

  it.each([...seats])('%s for the seats %s', (name, letters) => {
    const lines = SPONSORSHIP_ACCESS[name as SponsorshipAct | 'nominate'];
    const found = lines.flatMap((who) => {
      if ('seat' in who) return [SEAT_LETTERS[who.seat]];
      return 'person' in who ? ['P'] : [];
    });
    expect(found.join('')).toBe(letters);
  });
});

describe('the table of acts about what is kept', () => {
  it.each(pairs(KEEPING))('%s for %s: %s', (name, role, may) => {
    const lines = RETENTION_ACCESS[name as RetentionAct];
    expect(lines.some((who) => 'roles' in who && who.roles.includes(role))).toBe(may);
  });
});

describe('the table of changes and roles', () => {
  const span = { validFrom: '2030-01-01T00:00:00Z', validTo: '2030-02-01T00:00:00Z' };
  const [own, other] = [
    { unit: 's1', role: 'unit_handler' },
    { unit: 's1', role: 'dispatcher' },
  ];
  const bodies: Readonly<Record<Change, object>> = {
    'stand-in': { absent: own, present: other, ...span },
    'end-stand-in': { id: 'x' },
    recuse: { scope: { kind: 'unit', unit: 's1' }, reason: '示例' },
    'end-recusal': { id: 'x', reason: '示例' },
    delegate: { from: 's1', to: 'c11', power: 'x', ...span },
    'end-delegation': { id: 'x' },
    'turn-down-rulebook': { proposal: 'x', reason: '示例' },
    'take-back-rulebook': { proposal: 'x' },
  };

  it.each(pairs(CHANGES))('%s for %s: %s', async (act, role, may) => {
    const who = await district.as('s1', role);
    const body = { expectedVersion: 0, ...bodies[act as Change] };
    const { status, body: said } = await who.post(`/institution/${act}`, body);
    if (may) expect(said.code).not.toBe('institution.not-yours');
    else expect([status, said.code]).toEqual([403, 'institution.not-yours']);
  });
});

describe('the table of acts and roles', () => {
  it.each(pairs(ACTS))('%s for %s: %s', async (name, role, may) => {
    const act = name as CaseAct | 'register';
    const lines = ACCESS[act].flatMap((who) => ('roles' in who ? who.roles : []));
    const helps = ACCESS[act].some((who) => 'person' in who && who.person === 'or-helped');
    expect(lines.includes(role) || (helps && role === 'intake_agent')).toBe(may);
    if (may) return;
    const who = await district.as('s1', role);
    if (act === 'register') {
      expect((await who.post('/cases', request)).status).toBe(403);
      return;
    }
    const from: readonly string[] = RULES[act].from;
    for (const [status, id] of ids) {
      const answer = await tried(who, id, act);
      const denied = from.includes(status) ? [403, 404] : [403, 404, 409];
      expect(denied, `${status} ${JSON.stringify(answer.body)}`).toContain(answer.status);
    }
  });
});

describe('acts of a whistle that happen when they are entered', () => {
  it.each(Object.keys(whistleBodies) as WhistleAct[])('%s is told alike on either side', (act) => {
    const rule: { readonly atOnce?: true } = WHISTLE_RULES[act];
    expect(rule.atOnce ?? false).toBe(WHISTLE_AT_ONCE.includes(act));
  });
});

describe('acts of a petition that happen when they are entered', () => {
  it.each(Object.keys(petitionBodies) as PetitionAct[])(
    '%s is told alike on either side',
    (act) => {
      const rule: { readonly atOnce?: true } = PETITION_RULES[act];
      expect(rule.atOnce ?? false).toBe(PETITION_AT_ONCE.includes(act));
    },
  );
});

describe('acts of a sponsorship that happen when they are entered', () => {
  it.each(['nominate', ...Object.keys(sponsorshipBodies)] as (SponsorshipAct | 'nominate')[])(
    '%s is told alike on either side',
    (act) => {
      const rule: { readonly atOnce?: true } = SPONSORSHIP_RULES[act];
      expect(rule.atOnce ?? false).toBe(SPONSORSHIP_AT_ONCE.includes(act));
    },
  );
});

describe('acts of a support that happen when they are entered', () => {
  it.each(Object.keys(SUPPORTS) as (SupportAct | 'offer')[])('%s is told alike', (act) => {
    const rule: { readonly atOnce?: true } = SUPPORT_RULES[act];
    expect(rule.atOnce ?? false).toBe(SUPPORT_AT_ONCE.includes(act));
    expect(act === 'offer' || act in supportBodies).toBe(true);
  });
});
