import type { Institution } from '../src/core/authority/institution.ts';
import type { InstitutionCommand } from '../src/core/institution/commands.ts';
import type { InstitutionState } from '../src/core/institution/state.ts';
import type { Actor, Instant, Post } from '../src/core/process.ts';
import type { Rulebook } from '../src/core/rulebook/rulebook.ts';
import {
  type Enacted,
  enactCalendar,
  enactRulebook,
  proposeRulebook,
} from '../src/engine/institution.ts';
import { INSTITUTION_STREAM } from '../src/engine/keys.ts';
import type { Request } from '../src/engine/request.ts';
import { accountOf, NOBODY, staff } from './actors.ts';
import type { District } from './district.ts';
import type { Random } from './random.ts';
import { TENANT, type World } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const SETUP: Actor = { kind: 'machine', name: 'setup' };

interface Office {
  readonly world: World;
  readonly r: Random;
  readonly district: District;
  readonly institution: Institution;
  readonly streams: readonly string[];
}

/** The institution before the first request: a calendar that lacks a year, and the law. */
export async function found(world: World, { law, before, places }: District): Promise<void> {
  const { hash } = world.crypto;
  const steps = [enactCalendar(before, hash), enactRulebook(law, hash, '建库')];
  for (const [n, step] of steps.entries()) {
    const answer = await world.ask({ ...enact(world, step, SETUP), expectedVersion: n });
    if (answer?.accepted !== true) throw new Error('the institution was not founded');
  }
  for (const request of handedOn(world, law, places)) {
    const answer = await world.ask(request);
    if (answer?.accepted !== true) throw new Error('the power to whistle was not handed on');
  }
}

/** To coordinate, to supervise, to rate: from the district to its streets and communities. */
function handedOn(world: World, { whistle, holdings }: Rulebook, places: District['places']) {
  const powers = Object.values(whistle?.delegated ?? {});
  const all = places.flatMap((to) => powers.map((power) => ({ to, power })));
  return all.map(({ to, power }, n): Request => {
    const from = holdings.find((holding) => holding.power === power)?.holder ?? '';
    // Some end while the story runs, and whoever held them whistles, supervises, rates no more.
    const span = { validFrom: world.now, validTo: world.now + world.people.int(5, 120) * DAY };
    return {
      tenant: TENANT,
      process: 'institution',
      stream: INSTITUTION_STREAM,
      actor: staff({ unit: from, role: 'unit_head' }),
      command: { type: 'delegate', data: { id: `handed-on-${n}`, from, to, power, ...span } },
      expectedVersion: n + 2,
      key: world.crypto.id(80),
    };
  });
}

/** 放假通知 comes late: from here on clocks count make-up workdays and Spring Festival. */
export function publishCalendar(world: World, { after }: District, again: boolean): Request {
  const editor = staff({ unit: 'hotline', role: 'rule_editor' });
  const calendar = again ? { ...after, years: {}, version: 'fewer-years' } : after;
  return enact(world, enactCalendar(calendar, world.crypto.hash), editor);
}

/** A rule change: one proposes, another decides; now and then wrongly, or by the wrong person. */
export function amendLaw(office: Office): Request {
  const { world, r } = office;
  const state = world.read<InstitutionState>(INSTITUTION_STREAM);
  const known = state?.status === 'lawful' ? state.proposals : [];
  const open = known.filter(({ end }) => end === null);
  if (!r.chance(open.length > 0 ? 0.7 : 0.1)) return proposeLaw(office);
  const found = r.any(open.length > 0 && r.chance(0.9) ? open : known);
  return decideLaw(office, found?.proposal ?? 'none');
}

const editorOf = ({ district }: Office, n: number): Actor => ({
  kind: 'staff',
  account: `editor-${n}`,
  post: { unit: district.law.dispatch.centre, role: 'rule_editor' },
});

function proposeLaw(office: Office): Request {
  const { world, r, district, institution } = office;
  const effectiveFrom = world.now + (r.chance(0.8) ? r.int(1, 20) : -1) * DAY;
  const coming = institution.rulebooks.at(-1)?.effectiveFrom ?? effectiveFrom;
  const taken = r.chance(coming > world.now ? 0.45 : 0.05);
  const law = district.amended(taken ? coming : effectiveFrom, r.int(1, 6));
  const changed = r.weighted({ nothing: 9, version: 1, calendar: 1 });
  const named =
    changed === 'version'
      ? { ...law, version: district.law.version }
      : changed === 'calendar'
        ? { ...law, calendar: 'never-published' }
        : law;
  const from = {
    proposal: `proposal-${r.int(1, 60)}`,
    evidence: r.chance(0.9) ? '区长办公会纪要' : ' ',
  };
  // Whoever starts the program again over a lawful institution founds nothing.
  const enacted = r.chance(0.05)
    ? enactRulebook(named, world.crypto.hash, from.evidence)
    : proposeRulebook(named, world.crypto.hash, from);
  const actor = enacted.command.type === 'adopt-rulebook' ? SETUP : editorOf(office, r.int(1, 2));
  return enact(world, enacted, actor);
}

function decideLaw(office: Office, proposal: string): Request {
  const { world, r } = office;
  const data = { proposal };
  const command = r.weighted({ approve: 7, turnDown: 2, takeBack: 2 });
  const by = editorOf(office, r.int(1, 3));
  if (command === 'turnDown') {
    const reason = r.chance(0.9) ? '依据不足' : '';
    return ask(world, by, { type: 'turn-down-rulebook', data: { proposal, reason } });
  }
  const type = command === 'takeBack' ? 'take-back-rulebook' : 'approve-rulebook';
  return ask(world, by, { type, data });
}

/** Leave, declared interests, authority handed on, and the ends of each. */
export function officeMove(office: Office): Request {
  const { r, world } = office;
  const move = r.pick([
    standIn,
    standIn,
    standIn,
    recuse,
    recuse,
    delegate,
    delegate,
    endOne,
    changeStaff,
  ]);
  if (r.chance(0.06)) return ask(world, ...beyondTheirWord(office));
  const command = move(office);
  const roles = ['administrator', 'supervisor', 'unit_head', 'rule_editor'];
  const somebody = r.any(office.district.posts.filter(({ role }) => roles.includes(role)));
  const actor = r.chance(0.75) ? rightfor(office, command) : staff(somebody ?? NOBODY);
  return ask(world, actor, command);
}

/** A head fills a post of the house that does not work under them. */
function beyondTheirWord({ r, district, world }: Office): [Actor, InstitutionCommand] {
  const { ruler } = district.law.objection;
  const [absent, present] = [
    { unit: ruler, role: 'arbiter' },
    { unit: ruler, role: 'unit_handler' },
  ] as const;
  const data = { id: `leave-${r.int(61, 99)}`, absent, present, ...span(r, world.now) };
  return [staff({ unit: ruler, role: 'unit_head' }), { type: 'stand-in', data }];
}

function ask(world: World, actor: Actor, command: InstitutionCommand): Request {
  return {
    tenant: TENANT,
    process: 'institution',
    stream: INSTITUTION_STREAM,
    actor,
    command,
    expectedVersion: world.version(INSTITUTION_STREAM),
    key: world.crypto.id(80),
  };
}

function rightfor({ district, institution }: Office, command: InstitutionCommand): Actor {
  const head = (unit: string) => staff({ unit, role: 'unit_head' });
  const { law } = district;
  switch (command.type) {
    case 'delegate':
      return head(command.data.from);
    case 'end-delegation':
      return head(
        institution.delegations.find(({ id }) => id === command.data.id)?.from ?? 'urban',
      );
    case 'stand-in':
    case 'end-stand-in':
    case 'change-staff':
      return staff({ unit: law.verification.unit, role: 'administrator' });
    default:
      return staff({ unit: law.objection.ruler, role: 'supervisor' });
  }
}

function span(r: Random, now: Instant) {
  const validFrom = now + r.int(r.chance(0.1) ? -2 : 0, 3) * DAY;
  return { validFrom, validTo: validFrom + r.int(r.chance(0.1) ? -1 : 1, 14) * DAY };
}

function standIn({ r, district, world }: Office): InstitutionCommand {
  const { dispatch, verification } = district.law;
  const far: readonly Post[] = [
    { unit: dispatch.centre, role: 'supervisor' },
    { unit: verification.unit, role: 'callback_agent' },
  ];
  const handlers = district.posts.filter(({ role }) => role === 'unit_handler');
  const away = r.chance(0.55);
  const absent = (away ? r.any(far) : r.any(district.posts)) ?? NOBODY;
  // Who stands in for the verifier is now and then of the unit that leads most cases.
  const leads = handlers.filter(({ unit }) => unit === 'urban' || unit === 'housing');
  const others = r.chance(0.6) ? leads : handlers;
  const near = away ? others : district.posts.filter(({ unit }) => unit === absent.unit);
  const present = r.chance(0.95) ? (r.any(near) ?? NOBODY) : NOBODY;
  const id = `leave-${r.int(1, 60)}`;
  return { type: 'stand-in', data: { id, absent, present, ...span(r, world.now) } };
}

function recuse({ r, district, streams }: Office): InstitutionCommand {
  const ruler: Post = { unit: district.law.objection.ruler, role: 'supervisor' };
  const post = r.chance(0.5) ? ruler : (r.any(district.posts) ?? NOBODY);
  const account = `${post.unit}.${post.role}`;
  const unit = r.chance(0.9) ? (r.any(district.places) ?? '') : 'nowhere';
  const scope = r.chance(0.6)
    ? ({ kind: 'case', case: r.any(streams) ?? 'none' } as const)
    : ({ kind: 'unit', unit } as const);
  const reason = r.chance(0.9) ? '亲属关系' : '';
  return { type: 'recuse', data: { id: `interest-${r.int(1, 40)}`, account, scope, reason } };
}

function delegate({ r, world, district }: Office): InstitutionCommand {
  const { powers, holdings } = district.law;
  const held = r.any(holdings);
  const power = r.chance(0.85)
    ? (held?.power ?? '')
    : r.pick(['no-such-power', powers[0]?.id ?? '']);
  const from = r.chance(0.8) ? (held?.holder ?? 'urban') : 'market';
  const to = r.chance(0.9) ? (r.any(district.places) ?? '') : 'nowhere';
  const id = `delegation-${r.int(1, 40)}`;
  return { type: 'delegate', data: { id, from, to, power, ...span(r, world.now) } };
}

function endOne({ r, institution }: Office): InstitutionCommand {
  const { standIns, recusals, delegations } = institution;
  const id = (rows: readonly { readonly id: string }[]) => r.any(rows)?.id ?? 'none';
  switch (r.int(0, 2)) {
    case 0:
      return { type: 'end-stand-in', data: { id: id(standIns) } };
    case 1:
      return {
        type: 'end-recusal',
        data: { id: id(recusals), reason: r.chance(0.9) ? '已无关系' : '' },
      };
    default:
      return { type: 'end-delegation', data: { id: id(delegations) } };
  }
}

/** Someone comes, goes or changes seats. */
function changeStaff({ r, district }: Office): InstitutionCommand {
  const post = r.any(district.posts) ?? NOBODY;
  const unit = r.chance(0.9) ? post.unit : 'nowhere';
  const order = {
    // Now and then the administrator's own.
    account: accountOf(
      r.chance(0.15) ? { unit: district.law.verification.unit, role: 'administrator' } : post,
    ),
    posts: [{ ...post, unit }],
    disabled: r.chance(0.2),
    password: r.chance(0.5),
  };
  const reason = r.chance(0.9) ? '人员调整' : '';
  return { type: 'change-staff', data: { reason, orders: r.chance(0.9) ? [order] : [] } };
}

const enact = (world: World, { command, document }: Enacted, actor: Actor): Request => ({
  ...ask(world, actor, command),
  documents: [document],
});
