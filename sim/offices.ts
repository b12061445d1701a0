import type { Institution } from '../src/core/authority/institution.ts';
import type { InstitutionCommand } from '../src/core/institution/commands.ts';
import type { Actor, Instant, Post } from '../src/core/process.ts';
import { type Enacted, enactCalendar, enactRulebook } from '../src/engine/institution.ts';
import { INSTITUTION_STREAM } from '../src/engine/keys.ts';
import type { Request } from '../src/engine/request.ts';
import { NOBODY, staff } from './actors.ts';
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
export async function found(world: World, { law, before }: District): Promise<void> {
  const { hash } = world.crypto;
  const from = { evidence: '建库', proposedBy: 'setup' } as const;
  const steps = [enactCalendar(before, hash), enactRulebook(law, hash, from)];
  for (const [n, step] of steps.entries()) {
    const answer = await world.ask({ ...enact(world, step, SETUP), expectedVersion: n });
    if (answer?.accepted !== true) throw new Error('the institution was not founded');
  }
}

/** 放假通知 comes late: from here on clocks count make-up workdays and Spring Festival. */
export function publishCalendar(world: World, { after }: District, again: boolean): Request {
  const editor = staff({ unit: 'hotline', role: 'rule_editor' });
  const calendar = again ? { ...after, years: {}, version: 'fewer-years' } : after;
  return enact(world, enactCalendar(calendar, world.crypto.hash), editor);
}

/** A rule change by two people, forward only; now and then wrongly so. */
export function amendLaw({ world, r, district, institution }: Office): Request {
  const post = { unit: district.law.dispatch.centre, role: 'rule_editor' } as const;
  const proposedBy = { account: `editor-${r.int(1, 2)}`, post };
  const approver: Actor = { kind: 'staff', account: `editor-${r.int(2, 3)}`, post };
  const effectiveFrom = world.now + (r.chance(0.8) ? r.int(1, 20) : -1) * DAY;
  const coming = institution.rulebooks.at(-1)?.effectiveFrom ?? effectiveFrom;
  const instant = r.chance(0.3) ? coming : effectiveFrom;
  const law = district.amended(instant, r.int(1, 4));
  const changed = r.weighted({ nothing: 7, version: 1, calendar: 1 });
  const named =
    changed === 'version'
      ? { ...law, version: district.law.version }
      : changed === 'calendar'
        ? { ...law, calendar: 'never-published' }
        : law;
  const evidence = r.chance(0.9) ? '区长办公会纪要' : ' ';
  return enact(world, enactRulebook(named, world.crypto.hash, { evidence, proposedBy }), approver);
}

/** Leave, declared interests, authority handed on, and the ends of each. */
export function officeMove(office: Office): Request {
  const { r, world } = office;
  const command = r.pick([standIn, standIn, recuse, recuse, delegate, endOne])(office);
  const roles = ['administrator', 'supervisor', 'unit_head', 'rule_editor'];
  const somebody = r.any(office.district.posts.filter(({ role }) => roles.includes(role)));
  const actor = r.chance(0.75) ? rightfor(office, command) : staff(somebody ?? NOBODY);
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
  const away = r.chance(0.5);
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
  const post = r.chance(0.35) ? ruler : (r.any(district.posts) ?? NOBODY);
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

function enact(world: World, { command, document }: Enacted, actor: Actor): Request {
  return {
    tenant: TENANT,
    process: 'institution',
    stream: INSTITUTION_STREAM,
    actor,
    command,
    documents: [document],
    expectedVersion: world.version(INSTITUTION_STREAM),
    key: world.crypto.id(80),
  };
}
