import type { Institution } from '../src/core/authority/institution.ts';
import { ancestorsOf, chainOf } from '../src/core/authority/units.ts';
import { isOpen, orderOf } from '../src/core/case/state.ts';
import { isLive as isOwed } from '../src/core/clock/clock.ts';
import { waiting } from '../src/core/clock/ladder.ts';
import type { Actor, OnBehalfOf, Post, StreamId, UnitId } from '../src/core/process.ts';
import { ACCESS, related, topOf } from '../src/core/sponsorship/access.ts';
import { blocksOf } from '../src/core/sponsorship/blocked.ts';
import type { CommandType } from '../src/core/sponsorship/commands.ts';
import type { SponsorshipState } from '../src/core/sponsorship/index.ts';
import { ownersOf } from '../src/core/sponsorship/seats.ts';
import {
  type Held,
  isHeld,
  isRunning,
  openCommitments,
  openSteps,
  partners,
  type Seat,
  seatOf,
} from '../src/core/sponsorship/state.ts';
import { ACT_KINDS, AFFECTED, HARMS, SEATS } from '../src/core/sponsorship/words.ts';
import { streamUnder } from '../src/engine/keys.ts';
import type { Request } from '../src/engine/request.ts';
import { type Acting, accountOf, NOBODY, staff } from './actors.ts';
import { privateText, type Scene } from './scene.ts';
import { TENANT } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** One sponsorship as the people around it find it. */
export interface SponsorshipScene extends Omit<Scene, 'state'> {
  readonly state: SponsorshipState;
}

interface Said {
  readonly type: CommandType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, string>>;
}

type Human = Exclude<
  CommandType,
  'nominate' | 'follow-case' | 'case-ended' | 'note-erased' | 'clock-due' | 'recompute-clocks'
>;

const seat = (post: Post, second = false): Seat => ({
  account: `${accountOf(post)}${second ? '.2' : ''}`,
  post,
});

const sitting = ({ account, post }: Seat): Actor => ({ kind: 'staff', account, post });

/** Now and then two units put it up at one moment. */
export const nominations = (scene: Scene, about: StreamId): readonly Request[] =>
  Array.from({ length: scene.r.chance(0.15) ? 2 : 1 }, () => nominationRequest(scene, about));

/** The next acts, sometimes two at once by those who saw the same. */
export const movesOn = (scene: SponsorshipScene): readonly Request[] =>
  Array.from({ length: scene.r.chance(0.1) ? 2 : 1 }, () => sponsorshipRequest(scene));

/** A unit that has a case on its hands puts it up; mostly rightly. */
function nominationRequest(scene: Scene, about: StreamId): Request {
  const { r, world, state } = scene;
  const key = world.crypto.id(80);
  const holder = state.status === 'none' ? 'urban' : state.holder;
  const lead = state.status === 'none' ? undefined : orderOf(state)?.lead;
  const nominator = r.chance(0.05)
    ? (r.any(scene.district.places) ?? holder)
    : (r.any([lead ?? holder, holder]) ?? holder);
  const role = r.chance(0.9) ? 'unit_head' : 'unit_handler';
  const actor = staff({ unit: nominator, role });
  const behalf: OnBehalfOf = { kind: 'post', post: { unit: nominator, role: 'unit_head' } };
  const forHead = role === 'unit_handler' && r.chance(0.6);
  const own = streamUnder(world.crypto, TENANT, actor, key);
  const data = nomination(scene, r.chance(0.02) ? 'nowhere' : about, nominator);
  return {
    tenant: TENANT,
    process: 'sponsorship',
    stream: own,
    actor,
    ...(forHead ? { onBehalfOf: behalf } : {}),
    ...(r.chance(0.03) ? { occurredAt: world.now - HOUR } : {}),
    command: { type: 'nominate', data },
    expectedVersion: 0,
    key,
  };
}

function nomination(scene: Scene, about: StreamId, nominator: UnitId) {
  const { r, law, institution } = scene;
  return {
    case: about,
    blocked: blocked(scene),
    reason: r.chance(0.97) ? '职责交叉，街道无处罚权' : ' ',
    grounds: {
      harm: r.pick(HARMS),
      affected: r.pick(AFFECTED),
      legalBreach: r.chance(0.3),
      reason: '长期未决',
    },
    ...seats(scene, nominator),
    shown: r.chance(0.5) ? r.int(0, 3) : null,
  };

  function blocked({ state, world }: Scene) {
    const sponsorship = law.sponsorship;
    const shown =
      isOpen(state) && sponsorship !== null
        ? blocksOf(institution, state, world.now, sponsorship)
        : [];
    const found = r.any(shown);
    if (found !== undefined && r.chance(0.7)) return { kind: found.kind };
    return r.chance(0.93)
      ? asked()
      : { kind: r.pick(['RULED', 'WHISTLE_ESCALATED', 'CLOCK', 'NO_POWER'] as const) };
  }

  function asked() {
    const powers = r.weighted({ lacking: 16, none: 1, held: 1, unknown: 1 });
    const named = {
      lacking: ['detain'],
      none: [],
      held: ['fine-appearance', 'coordinate'],
      unknown: ['no-such-power'],
    };
    const own = nominator === 'urban' ? named.held : ['coordinate'];
    const said = powers === 'held' ? own : named[powers ?? 'lacking'];
    return { kind: 'ASKED', powers: said, tried: r.chance(0.95) ? ['约谈三次'] : [' '] };
  }
}

/** The three seats, mostly in their places. */
function seats({ r, law, state, institution, world, stream }: Scene, nominator: UnitId) {
  const place = state.status === 'none' ? 'cangkou' : state.place.unit;
  const above = ancestorsOf(law, nominator).map(({ id }) => id);
  const leader = r.chance(0.6) ? above.at(-1) : r.any(above);
  const owners = state.status === 'none' ? [] : ownersOf(law, state, world.now);
  const street = chainOf(law, place).find(({ type }) => type === 'street')?.id ?? place;
  const wrong = r.weighted({ none: 22, sponsor: 1, lead: 1, liaison: 1, same: 1, interest: 2.5 });
  const sponsor = seat(
    { unit: wrong === 'sponsor' ? 'urban' : (leader ?? 'licang'), role: 'sponsor' },
    r.chance(0.4),
  );
  const lead = seat({
    unit: wrong === 'lead' ? 'civil' : (r.any(owners) ?? nominator),
    role: 'unit_head',
  });
  const liaison = seat({ unit: wrong === 'liaison' ? 'urban' : street, role: 'liaison' });
  const barred = barredFrom(institution, stream, place);
  if (wrong === 'interest' && barred !== undefined) {
    return { sponsor, lead, liaison: { ...liaison, account: barred } };
  }
  return {
    sponsor,
    lead,
    liaison: wrong === 'same' ? { ...liaison, account: lead.account } : liaison,
  };
}

/** What is answered on a lower rung never climbs to the one that wants a leader's word. */
function supervising({ ladders }: Held): number {
  const rungs = waiting(ladders);
  if (rungs.some(({ act }) => act === 'instruct')) return 15;
  return rungs.length > 0 ? 0.8 : 0.3;
}

/** Somebody with an interest in the matter or its place. */
const barredFrom = ({ recusals }: Institution, about: StreamId, place: UnitId) =>
  recusals.find(
    ({ scope, validTo }) =>
      validTo === null && (scope.kind === 'unit' ? scope.unit === place : scope.case === about),
  )?.account;

/** As a door sends it: now and then late, by the wrong one, or about one that is not there. */
function sponsorshipRequest(scene: SponsorshipScene): Request {
  const { r, stream, state, world } = scene;
  const type =
    (r.chance(0.07) ? r.any(Object.keys(TELLERS) as Human[]) : r.weighted(habits(state))) ??
    'dissent';
  const { data, texts } = TELLERS[type](scene);
  const unknown = state.status === 'none';
  const since = unknown ? world.now : state.since;
  const late = r.chance(0.06) ? world.now - r.int(0, Math.max(0, world.now - since) + DAY) : null;
  return {
    tenant: TENANT,
    process: 'sponsorship',
    stream: unknown ? world.crypto.id(80) : stream,
    ...whoMay(scene, type),
    ...(late === null ? {} : { occurredAt: late }),
    command: { type, data },
    ...(texts === undefined || unknown ? {} : { private: world.worded(texts) }),
    expectedVersion: unknown ? 0 : world.version(stream),
    key: world.crypto.id(80),
  };
}

type Weights = Readonly<Partial<Record<Human, number>>>;

function habits(state: SponsorshipState): Weights {
  switch (state.status) {
    case 'none':
      return {};
    case 'nominated':
      return state.asked === null
        ? { designate: 6, 'take-back': 0.4 }
        : { accept: 9, pass: 1.2, 'take-back': 0.4, designate: 0.7, 'replace-seat': 0.6 };
    case 'accepted':
    case 'agreed':
    case 'told':
      return running(state);
    case 'dropped':
      return { accept: 1 };
    case 'closed':
      return { 'consent-follow-up': 4, dissent: 0.5, 'revoke-identity': 0.3, close: 0.2 };
    default:
      return { 'record-follow-up': 3, 'revoke-follow-up': 1.5, dissent: 0.5 };
  }
}

function running(state: Held): Weights {
  const asked = state.extension;
  const open = openCommitments(state).length;
  const steps = openSteps(state).length;
  return {
    'record-act': 2,
    supervise: supervising(state),
    'ask-extension': asked === null ? (state.extensionsTold > 0 ? 2 : 1.2) : 0.4,
    'decide-extension': asked === null ? 0.1 : asked.granted === null ? 4 : 1,
    'tell-extension': asked !== null && asked.granted !== null ? 4 : 0.15,
    'replace-seat': 0.7,
    convene: state.force === null ? 3 : 0.4,
    'add-member': 0.5,
    'release-member': 0.5,
    'hold-meeting': state.force === null ? 0.3 : 3,
    'keep-commitment': open > 0 ? 3 : 0.1,
    'drop-commitment': open > 0 ? 1 : 0.1,
    delegate: 1,
    'consent-identity': 0.7,
    'revoke-identity': state.identity ? 1 : 0.2,
    'agree-needs': state.needs === null ? 5 : 0.3,
    plan: state.status === 'accepted' ? 4 : 0.4,
    'finish-step': steps > 0 ? 4 : 0.1,
    'drop-step': steps > 0 ? 0.8 : 0.1,
    'record-hearing': 0.8,
    'answer-claim': state.claim === null ? 3 : 0.2,
    'tell-result': state.status === 'agreed' ? 4 : 0.2,
    dissent: state.status === 'told' ? 0.6 : 0.05,
    close: state.status === 'told' ? 8 : 0.3,
    'consent-follow-up': state.status === 'told' ? 2 : 0.05,
    'revoke-follow-up': state.status === 'told' ? 1.2 : 0.05,
  };
}

const atTable = ({ r, state }: SponsorshipScene): UnitId =>
  (state.status !== 'none' && isHeld(state) ? r.any(partners(state)) : undefined) ?? 'urban';
const ahead = ({ r, world }: SponsorshipScene, days = 20): number =>
  world.now + (r.chance(0.06) ? (r.chance(0.5) ? -1 : 400) : r.int(1, days)) * DAY;
const texts = ({ r }: SponsorshipScene, field: string) => ({
  texts: { [field]: privateText(r, '包案') },
});

const TELLERS: Readonly<Record<Human, (scene: SponsorshipScene) => Omit<Said, 'type'>>> = {
  'take-back': () => ({ data: { reason: '已自行解决' } }),
  accept: ({ r }) => ({ data: { shown: r.int(0, 2) } }),
  pass: ({ r }) => ({ data: { reason: r.chance(0.95) ? '分管工作已调整' : '' } }),
  designate: ({ r }) => ({
    data: {
      sponsor: seat(
        { unit: 'licang', role: r.chance(0.95) ? 'sponsor' : 'unit_head' },
        r.chance(0.7),
      ),
      shown: null,
    },
  }),
  'replace-seat': replaceSeat,
  'record-act': (scene) => {
    const { r, law } = scene;
    const kind = r.pick(ACT_KINDS);
    const met = kind === 'met-person' && r.chance(0.6);
    return {
      data: {
        kind,
        unit: r.chance(0.7) ? (r.chance(0.92) ? atTable(scene) : 'nowhere') : null,
        duty: r.chance(0.9) ? (r.any(law.sponsorship?.duties ?? [])?.code ?? null) : 'no-such-duty',
        note: '研究案情',
        words: null,
      },
      ...(met ? texts(scene, 'words') : {}),
    };
  },
  supervise: (scene) => {
    const { r, state } = scene;
    const rung = state.status === 'none' ? undefined : r.any(waiting(state.ladders));
    const owed = state.status === 'none' ? [] : state.clocks.filter(isOwed);
    const unit = rung?.unit ?? r.any(owed)?.unit ?? 'civil';
    const by: Post = { unit: r.chance(0.7) ? 'licang' : 'civil', role: 'sponsor' };
    const written = rung?.act === 'instruct' ? 0.25 : 0.6;
    const instruction = r.chance(written) ? { by, text: '请三日内办结' } : null;
    return { data: { unit: r.chance(0.9) ? unit : 'civil', text: '请即办理', instruction } };
  },
  'ask-extension': ({ r }) => ({
    data: { by: { n: r.chance(0.85) ? r.int(1, 8) : 60, unit: 'day' }, reason: '等待鉴定结论' },
  }),
  'decide-extension': ({ r }) => ({ data: { granted: r.chance(0.8), reason: '属实' } }),
  'tell-extension': () => ({ data: { means: 'phone' } }),
  convene: (scene) => {
    const { r } = scene;
    const members = [
      { unit: 'urban', power: r.chance(0.7) ? 'fine-appearance' : r.any([null, 'detain']) },
      { unit: r.chance(0.93) ? 'market' : 'urban', power: null },
    ];
    const powers = r.weighted({ none: 3, held: 3, pinned: 1, unknown: 0.4 });
    const named = { none: [], held: ['fine-appearance'], pinned: ['detain'], unknown: ['fly'] };
    return {
      data: {
        mandate: '限期解决',
        powers: named[powers ?? 'none'],
        until: ahead(scene, r.chance(0.8) ? 9 : 40),
        members: r.chance(0.9) ? members : [],
      },
    };
  },
  'add-member': ({ r }) => ({
    data: {
      unit: r.pick(['housing', 'market', 'civil', 'nowhere']),
      power: r.chance(0.8) ? null : 'demolish',
    },
  }),
  'release-member': ({ r }) => ({
    data: { unit: r.pick(['market', 'market', 'housing', 'labour']), reason: '任务已完成' },
  }),
  'hold-meeting': meeting,
  'keep-commitment': (scene) => ({ data: { commitment: promiseOf(scene), note: '已办' } }),
  'drop-commitment': (scene) => ({ data: { commitment: promiseOf(scene), reason: '不再需要' } }),
  delegate: (scene) => ({
    data: {
      power: scene.r.pick([
        'coordinate',
        'coordinate',
        'supervise',
        'demolish',
        'fine-appearance',
        'elsewhere',
        'fly',
      ]),
      to: scene.r.chance(0.9) ? atTable(scene) : 'nowhere',
      until: ahead(scene, scene.r.chance(0.8) ? 9 : 40),
    },
  }),
  'consent-identity': () => ({ data: {} }),
  'revoke-identity': () => ({ data: {} }),
  'agree-needs': (scene) => {
    const { r } = scene;
    if (r.chance(0.2)) return { data: { needs: [] } };
    const kind = r.chance(0.93) ? 'work' : ' ';
    return { data: { needs: [{ kind, text: null }] }, ...texts(scene, 'needs.0.text') };
  },
  plan: (scene) => {
    const { r } = scene;
    const owner = r.chance(0.93) ? atTable(scene) : 'labour';
    const power = r.chance(0.75) ? null : 'fine-appearance';
    const step = { what: '限期整改', owner, power, dueAt: ahead(scene) };
    return { data: { steps: r.chance(0.95) ? [step] : [] } };
  },
  'finish-step': (scene) => ({ data: { step: stepOf(scene), note: '已完成' } }),
  'drop-step': (scene) => ({ data: { step: stepOf(scene), reason: '不再需要' } }),
  'record-hearing': (scene) => {
    const { r, world } = scene;
    const heldAt = world.now - (r.chance(0.15) ? -2 : r.int(1, 20)) * DAY;
    return {
      data: {
        noticeAt: heldAt - 7 * DAY,
        heldAt,
        parties: r.chance(0.8) ? ['person', 'unit'] : [],
        record: null,
        outcome: r.pick(['AGREED', 'NOT_AGREED', 'ADJOURNED'] as const),
      },
      ...texts(scene, 'record'),
    };
  },
  'answer-claim': (scene) => {
    const { r } = scene;
    const answer = r.pick(['SUPPORT', 'EXPLAIN', 'NOT_SUPPORT'] as const);
    const citation = r.chance(0.85) ? '有关规定' : null;
    return { data: { answer, reply: null, citation }, ...texts(scene, 'reply') };
  },
  'tell-result': (scene) => ({ data: { means: 'visit', result: null }, ...texts(scene, 'result') }),
  dissent: (scene) => ({ data: { words: null }, ...texts(scene, 'words') }),
  close: ({ r }) => ({ data: { reason: r.chance(0.97) ? '方案已落实' : '' } }),
  'consent-follow-up': (scene) => ({
    data: { until: ahead(scene, scene.r.chance(0.75) ? 90 : 300), means: 'phone' },
  }),
  'revoke-follow-up': () => ({ data: {} }),
  'record-follow-up': (scene) => ({
    data: { reached: scene.r.chance(0.8), words: null },
    ...(scene.r.chance(0.5) ? texts(scene, 'words') : {}),
  }),
};

const promiseOf = ({ r, state }: SponsorshipScene): number =>
  (state.status !== 'none' && isHeld(state) ? r.any(openCommitments(state))?.n : undefined) ?? 9;
const stepOf = ({ r, state }: SponsorshipScene): number =>
  (state.status !== 'none' && isHeld(state) ? r.any(openSteps(state))?.n : undefined) ?? 9;

function replaceSeat({ r, state }: SponsorshipScene): Omit<Said, 'type'> {
  const name = r.pick(SEATS);
  const from = state.status === 'none' ? null : seatOf(state, name);
  const post = from?.post ?? NOBODY;
  const unit = r.chance(0.85) ? post.unit : r.pick(['civil', 'licang'] as const);
  const to = seat({ ...post, unit }, !from?.account?.endsWith('.2'));
  return { data: { seat: name, to, reason: '工作调动' } };
}

function meeting(scene: SponsorshipScene): Omit<Said, 'type'> {
  const { r, state } = scene;
  const table = state.status !== 'none' && isHeld(state) ? partners(state) : ['urban'];
  const wrong = r.weighted({ none: 13, stranger: 1, nobody: 1, twice: 1, silent: 1, absent: 1.5 });
  const came = table.filter(() => r.chance(0.85));
  const present = {
    none: came,
    stranger: [...came, 'labour'],
    nobody: [],
    twice: [...came, ...came],
    silent: came,
    absent: came.slice(0, 1),
  }[wrong ?? 'none'];
  const spoken = wrong === 'silent' ? [] : wrong === 'absent' ? table : [...new Set(present)];
  const unit = r.any(present);
  return {
    data: {
      agenda: '研究处置方案',
      present,
      positions: spoken.map((one) => ({ unit: one, position: '同意' })),
      decision: '按方案办理',
      dissents: unit !== undefined && r.chance(0.2) ? [{ unit, text: ' 本单位保留意见 ' }] : [],
      commitments:
        unit !== undefined && r.chance(0.7)
          ? [{ unit, what: '限期办理', dueAt: ahead(scene), load: r.int(0, 5) }]
          : [],
    },
  };
}

/** Somebody who may, as far as the table of access says; now and then somebody else. */
function whoMay(scene: SponsorshipScene, type: Human): Acting {
  const { r, state, law, district } = scene;
  if (r.chance(0.05)) return { actor: staff(r.any(district.posts) ?? NOBODY) };
  if (state.status === 'none') return { actor: staff(NOBODY) };
  const who = r.any(ACCESS[type]);
  if (who === undefined || 'machine' in who) return { actor: staff(NOBODY) };
  if ('person' in who) return personOf(scene);
  if ('seat' in who) {
    const held = seatOf(state, who.seat);
    if (held === null) return { actor: staff(NOBODY) };
    const own =
      held.account === null ? seat(held.post, r.chance(0.5)) : { ...held, account: held.account };
    const barred = barredFrom(scene.institution, state.case, state.place);
    if (barred !== undefined && r.chance(0.1)) {
      return { actor: sitting({ ...own, account: barred }) };
    }
    if (!r.chance(held.account === null ? 0.3 : 0.08)) return { actor: sitting(own) };
    const secretary = staff({ unit: held.post.unit, role: 'intake_agent' });
    return { actor: secretary, onBehalfOf: { kind: 'post', post: held.post } };
  }
  const { extension } = isHeld(state) ? state : { extension: null };
  if (who.relation === 'approver' && extension !== null) {
    const account = r.chance(0.2) ? extension.account : null;
    const post = extension.approver;
    return { actor: account === null ? staff(post) : { kind: 'staff', account, post } };
  }
  const data = isRunning(state) ? { step: stepOf(scene), commitment: promiseOf(scene) } : {};
  const units =
    who.relation === 'top'
      ? [topOf(law, state.nominator)]
      : (related(who.relation, { type, data }, state, law) ?? []);
  return { actor: staff({ unit: r.any(units) ?? 'urban', role: r.any(who.roles) ?? 'unit_head' }) };
}

function personOf({ r, state, district }: SponsorshipScene): Acting {
  const about = state.status === 'none' ? 'none' : r.chance(0.9) ? state.home : 'another';
  if (r.chance(0.7)) return { actor: { kind: 'person', case: about } };
  const actor =
    state.status !== 'none' && r.chance(0.5)
      ? sitting(state.liaison)
      : staff({ unit: district.law.dispatch.centre, role: 'intake_agent' });
  return { actor, onBehalfOf: { kind: 'person', relation: 'helper' } };
}
