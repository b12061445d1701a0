import fastify from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CallbackAct } from '../contract/callbacks.ts';
import { actBodies, type CaseAct } from '../contract/cases.ts';
import type { InstitutionAct } from '../contract/institution.ts';
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
import { access } from './access.ts';
import { guard } from './gate.ts';
import type { Api } from './parts.ts';
import { type Client, type District, openDistrict } from './testing/district.ts';

const ROLES = [
  'intake_agent',
  'dispatcher',
  'unit_handler',
  'unit_head',
  'arbiter',
  'supervisor',
  'callback_agent',
  'auditor',
  'sponsor',
  'liaison',
  'sealed_officer',
  'rule_editor',
  'administrator',
  'office_head',
  'archivist',
] as const satisfies readonly Role[];

/** Written out a second time, by hand, in the order of `ROLES`: a slip in one table shows. */
const ROUTES: Readonly<Record<string, string>> = {
  'GET /api/session': '+++++ +++ ++++++ +',
  'DELETE /api/session': '+++++ +++ ++++++ +',
  'PUT /api/session/post': '+++++ +++ ++++++ +',
  'GET /api/acts': '+++++ ++- ++---+ +',
  'GET /api/cases': '+++++ +++ ++---+ -',
  'GET /api/cases/:id': '+++++ +++ ++---+ -',
  'GET /api/cases/:id/proposal': '++--+ +-- ------ -',
  'GET /api/cases/:id/slip': '++++- --- -----+ -',
  'GET /api/cases/:id/looks': '---+- +-+ ------ -',
  'POST /api/cases/:id/personal/:field': '+-++- -+- ++---+ -',
  'GET /api/whistles': '+++++ +-+ -----+ -',
  'GET /api/whistles/:id': '+++++ +-+ -----+ -',
  'GET /api/cases/:id/whistle-proposal': '++++- --- -----+ -',
  'GET /api/whistles/use': '---+- +-+ ------ -',
  'GET /api/whistles/ratings': '---+- +-+ ------ -',
  'GET /api/callbacks': '----- +++ ------ -',
  'GET /api/callbacks/figures': '---+- +-+ ------ -',
  'GET /api/callbacks/:id': '----- +++ ------ -',
  'POST /api/callbacks/:id/contact': '----- -+- ------ -',
  'GET /api/petitions': '+++++ +-+ -----+ -',
  'GET /api/petitions/:id': '+++++ +-+ -----+ -',
  'GET /api/petitions/dates': '+++++ +++ ++++++ +',
  'GET /api/cases/:id/petition-offer': '++++- --- -----+ -',
  'GET /api/supports': '+-++- +-+ -+---+ -',
  'GET /api/supports/:id': '+-++- +-+ ++---+ -',
  'GET /api/cases/:id/supports': '+-++- +-+ ++---+ -',
  'GET /api/reports': '----- --- --+--- -',
  'POST /api/reports/:id/open': '----- --- --+--- -',
  'POST /api/reports/:id/take-in': '----- --- --+--- -',
  'POST /api/reports/:id/declare-interest': '----- --- --+--- -',
  'POST /api/reports/:id/hand-over': '----- --- --+--- -',
  'POST /api/reports/:id/conclude': '----- --- --+--- -',
  'GET /api/desk-keys': '----- --+ --+--- -',
  'POST /api/desk-keys': '----- --- --+--- -',
  'POST /api/desk-keys/:id/agree': '----- --+ --+--- -',
  'POST /api/desk-keys/:id/retire': '----- --+ --+--- -',
  'GET /api/sponsorships': '-++++ +-+ ++---+ -',
  'GET /api/sponsorships/:id': '-++++ +-+ ++---+ -',
  'GET /api/sponsorships/desk': '--++- --- ++---+ -',
  'GET /api/sponsorships/:id/candidates': '--++- --- +----+ -',
  'GET /api/sponsorships/displaced': '---+- +-+ +----- -',
  'GET /api/cases/:id/sponsorship-choices': '--++- --- -----+ -',
  'GET /api/live': '+++++ +++ ++---+ -',
  'GET /api/confirmations': '+++++ ++- ++---+ -',
  'GET /api/retention': '----- +-+ ------ +',
  'GET /api/retention/:id': '----- +-+ ------ +',
  'POST /api/retention/:id/package': '----- --- ------ +',
  'GET /api/handover': '++++- --- -----+ -',
  'POST /api/handover/notes': '++++- --- -----+ -',
  'GET /api/unit/seats': '--++- --- -----+ -',
  'GET /api/week': '---++ +-- ------ -',
  'GET /api/precedents': '+++++ +++ ++---+ -',
  'GET /api/institution': '+++++ +++ ++++++ +',
  'POST /api/institution/publish-calendar': '----- --- ---+-- -',
  'GET /api/rulebook': '+++++ +++ ++++++ +',
  'GET /api/rulebook/duties': '+++++ +++ ++++++ +',
  'GET /api/parked': '----- +-+ ----+- -',
  'PUT /api/session/password': '+++++ +++ ++++++ +',
  'GET /api/orders/books': '-+--- --- ------ -',
  'GET /api/orders': '-+--- --- ------ -',
  'POST /api/orders/preview': '-+--- --- ------ -',
  'POST /api/orders/import': '-+--- --- ------ -',
  'POST /api/orders/replies': '-+--- --- ------ -',
  'POST /api/orders/told': '-+--- --- ------ -',
  'POST /api/institution/propose-rulebook': '----- --- ---+-- -',
  'POST /api/institution/approve-rulebook': '----- --- ---+-- -',
  'POST /api/institution/change-staff': '----- --- ----+- -',
  'GET /api/institution/tables': '----- --- ---++- -',
  'POST /api/institution/tables/preview': '----- --- ---++- -',
  'GET /api/rulebook/versions': '----- --- ---++- -',
  'GET /api/rulebook/differences': '----- --- ---++- -',
};
const ACTS: Readonly<Record<CaseAct | 'register', string>> = {
  register: '++++- --- -----+ -',
  triage: '++++- --- -----+ -',
  'show-emergency': '++++- --- -----+ -',
  'confirm-handover': '++++- --- -----+ -',
  'answer-at-once': '++++- --- -----+ -',
  redirect: '++++- --- -----+ -',
  merge: '-+--- --- ------ -',
  unmerge: '-+--- --- ------ -',
  dispatch: '-+--- --- ------ -',
  'sign-for': '--++- --- -----+ -',
  object: '--++- --- -----+ -',
  'decide-objection': '----+ --- ------ -',
  'rule-allocation': '----+ --- ------ -',
  assign: '--++- --- -----+ -',
  'hand-on': '--++- --- -----+ -',
  contact: '+-++- --- -----+ -',
  suspend: '---+- --- ------ -',
  resume: '--++- --- -----+ -',
  'ask-extension': '--++- --- -----+ -',
  'decide-extension': '-+-++ +-- ------ -',
  'tell-extension': '--++- --- -----+ -',
  remind: '++++- +-- -----+ -',
  supervise: '---+- +-- ------ -',
  reply: '--++- --- -----+ -',
  'agree-reply': '--++- --- -----+ -',
  'send-back-reply': '--++- --- -----+ -',
  verify: '----- -+- ------ -',
  close: '-+--- -+- ------ -',
  reopen: '+---- ++- ------ -',
  withdraw: '----- --- ------ -',
  disagree: '+---- --- ------ -',
  'add-words': '+---- --- ------ -',
  summarise: '++++- --- -----+ -',
  message: '++++- --- -----+ -',
  'ask-upstream-return': '-+++- --- -----+ -',
  'ask-upstream-extension': '-+++- --- -----+ -',
};
/** Acts of a whistle by role, whatever the unit; the units are the process's own tests. */
const WHISTLES: Readonly<Record<WhistleAct | 'propose', string>> = {
  propose: '-+++- --- -----+ -',
  screen: '-+-+- +-- ------ -',
  'take-back': '--++- --- -----+ -',
  file: '--++- --- -----+ -',
  call: '--++- --- -----+ -',
  sign: '--++- --- -----+ -',
  object: '--++- --- -----+ -',
  'decide-objection': '----+ --- ------ -',
  'report-in': '--++- --- -----+ -',
  settle: '--++- --- -----+ -',
  'stand-down': '--++- --- -----+ -',
  plan: '--++- --- -----+ -',
  'finish-step': '--++- --- -----+ -',
  'drop-step': '--++- --- -----+ -',
  supervise: '---+- +-- ------ -',
  conclude: '--++- --- -----+ -',
  rate: '--++- --- -----+ -',
};
/** Acts of a callback by role, whatever the unit; the units are the process's own tests. */
const CALLBACKS: Readonly<Record<CallbackAct, string>> = {
  answer: '----- -+- ------ -',
  'call-in-vain': '----- -+- ------ -',
  find: '----- -+- ------ -',
  'report-pressure': '----- -+- ------ -',
  'answer-pressure': '----- +-- ------ -',
};
/** Acts of a petition by role, whatever the unit; the units are the process's own tests. */
const PETITIONS: Readonly<Record<PetitionAct | 'register', string>> = {
  register: '++++- --- -----+ -',
  'hand-over': '-+++- --- -----+ -',
  route: '-+++- --- -----+ -',
  'agree-body': '--++- --- -----+ -',
  designate: '---+- +-- ------ -',
  object: '--++- --- -----+ -',
  'decide-return': '-+++- --- -----+ -',
  accept: '--++- --- -----+ -',
  'not-accept': '--++- --- -----+ -',
  'ask-extension': '--++- --- -----+ -',
  'decide-extension': '---+- --- ------ -',
  'record-mediation': '--++- --- -----+ -',
  'open-hearing': '--++- --- -----+ -',
  'close-hearing': '--++- --- -----+ -',
  'give-opinion': '--++- --- -----+ -',
  deliver: '-+++- --- -----+ -',
  // The person's own; entered for them by who takes things down, which no table of roles says.
  'ask-review': '----- --- ------ -',
  'claim-new-facts': '----- --- ------ -',
  look: '-+++- --- -----+ -',
};
/** Acts of a support by role, whatever the unit; those of the person are intake's to enter for them. */
const SUPPORTS: Readonly<Record<SupportAct | 'offer', string>> = {
  offer: '--++- --- -+---+ -',
  'take-back': '--++- --- -+---+ -',
  consent: '+---- --- ------ -',
  refuse: '+---- --- ------ -',
  revoke: '+---- --- ------ -',
  show: '--++- --- -+---+ -',
  deliver: '--++- --- -----+ -',
  'cannot-deliver': '--++- --- -----+ -',
  'confirm-receipt': '+---- --- ------ -',
  'deny-receipt': '+---- --- ------ -',
  supervise: '---+- +-- ------ -',
};
/**
 * Acts of a sponsorship by role; a seat is `S` sponsor, `L` lead or `C` liaison, whichever role the
 * rulebook lets have it, and `P` the person. The units are the process's own tests.
 */
const SPONSORSHIPS: Readonly<Record<SponsorshipAct | 'nominate', string>> = {
  nominate: '--++- --- -----+ -',
  'take-back': '--++- --- -----+ -',
  accept: '----- --- ------ - S',
  pass: '----- --- ------ - S',
  designate: '---+- --- ------ -',
  'replace-seat': '---+- --- ------ - S',
  'record-act': '----- --- ------ - S',
  supervise: '---+- +-- ------ - S',
  'ask-extension': '----- --- ------ - SL',
  'decide-extension': '-+-++ +-- ------ -',
  'tell-extension': '----- --- ------ - SLC',
  convene: '----- --- ------ - S',
  'add-member': '----- --- ------ - SL',
  'release-member': '----- --- ------ - SL',
  'hold-meeting': '----- --- ------ - SL',
  'keep-commitment': '--++- --- -----+ -',
  'drop-commitment': '----- --- ------ - S',
  delegate: '----- --- ------ - S',
  'consent-identity': '----- --- ------ - P',
  'revoke-identity': '----- --- ------ - P',
  'agree-needs': '----- --- ------ - P',
  plan: '----- --- ------ - SL',
  'finish-step': '--++- --- -----+ -',
  'drop-step': '----- --- ------ - SL',
  'record-hearing': '----- --- ------ - SL',
  'answer-claim': '----- --- ------ - SL',
  'tell-result': '----- --- ------ - SLC',
  dissent: '----- --- ------ - P',
  close: '----- --- ------ - S',
  'consent-follow-up': '----- --- ------ - P',
  'revoke-follow-up': '----- --- ------ - P',
  'record-follow-up': '----- --- ------ - C',
};
/** Acts about what is kept, by role, whatever the unit. */
const KEEPING: Readonly<Record<RetentionAct, string>> = {
  'place-hold': '----- +-- ------ +',
  'agree-hold': '----- +-- ------ +',
  'decline-hold': '----- +-- ------ +',
  'lift-hold': '----- +-- ------ +',
  'record-transfer': '----- --- ------ +',
  'ask-erasure': '----- --- ------ -',
  'answer-erasure': '----- --- ------ +',
};
const SEAT_LETTERS = { sponsor: 'S', lead: 'L', liaison: 'C' } as const;

type Change = Exclude<
  InstitutionAct,
  'publish-calendar' | 'propose-rulebook' | 'approve-rulebook' | 'change-staff'
>;

/** Changes of the institution, tried as a post of the unit and by the account that it touches. */
const CHANGES: Readonly<Record<Change, string>> = {
  'stand-in': '---+- --- ----+- -',
  'end-stand-in': '----- --- ----+- -',
  recuse: '+++++ +++ ++++++ +',
  'end-recusal': '----- +-- ------ -',
  delegate: '---+- --- ------ -',
  'end-delegation': '----- --- ------ -',
  'turn-down-rulebook': '----- --- ---+-- -',
  'take-back-rulebook': '----- --- ---+-- -',
};
const cells = (row: string): [Role, boolean][] =>
  [...row.replaceAll(' ', '')].map((cell, n) => [ROLES[n] as Role, cell === '+']);
const pairs = (table: Readonly<Record<string, string>>): [string, Role, boolean][] =>
  Object.entries(table).flatMap(([route, row]) =>
    cells(row).map(([role, may]): [string, Role, boolean] => [route, role, may]),
  );

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
