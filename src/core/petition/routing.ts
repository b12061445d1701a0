import { unitIn } from '../authority/units.ts';
import type { UnitId } from '../process.ts';
import { commonSuperior } from './bodies.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';

/** 转送: registered within the law's time, it goes to whoever has the power to handle it. */
export const route = rule('route', {
  from: ['registered'],
  atOnce: true,
  decide({ bodies }, tell) {
    const { kind, way } = tell.state;
    if (way !== 'handle') return refuse('petition.goes-elsewhere', { petitionKind: kind });
    const no = wrongBodies(tell, bodies);
    if (no !== null) return no;
    const [body, second] = bodies;
    if (body === undefined) return refuse('petition.no-body-named');
    if (second === undefined) {
      tell.say('Routed', { bodies, superior: null }).meetKind('routing');
      return tell.run('notice', body).run('objection', body);
    }
    const superior = commonSuperior(tell.law.law, bodies);
    if (superior === null) return refuse('petition.no-common-superior');
    tell.say('Routed', { bodies, superior }).meetKind('routing');
    return tell.run('designation', superior);
  },
});

function wrongBodies({ law: { law } }: Telling, bodies: readonly UnitId[]) {
  if (bodies.length === 0) return refuse('petition.no-body-named');
  const twice = bodies.find((unit, n) => bodies.indexOf(unit) !== n);
  if (twice !== undefined) return refuse('petition.body-twice', { unit: twice });
  for (const unit of bodies) {
    const found = unitIn(law, unit);
    if (found === null) return refuse('petition.unknown-unit', { unit });
    // Residents' committees and associations are no organs of the state: they answer nobody here.
    if (found.type === 'community' || found.type === 'civic') {
      return refuse('petition.not-a-body', { unit });
    }
  }
  return null;
}

/** 协商受理: several bodies have a part in it; once all name the same one, it is theirs. */
export const agreeBody = rule('agree-body', {
  from: ['shared'],
  atOnce: true,
  decide({ body }, tell) {
    const { bodies } = tell.state;
    if (!bodies.includes(body)) return refuse('petition.not-among-bodies', { unit: body });
    tell.say('BodyNamed', { unit: tell.post.unit, body });
    const { named } = tell.state;
    if (bodies.some((unit) => named[unit] !== body)) return tell;
    return settle(tell, { body, how: 'agreed', by: null, reason: null });
  },
});

/** 指定受理: their common superior names one of them. */
export const designate = rule('designate', {
  from: ['shared'],
  atOnce: true,
  decide({ body, reason }, tell) {
    const { bodies, superior: by } = tell.state;
    if (!bodies.includes(body)) return refuse('petition.not-among-bodies', { unit: body });
    return (
      textNeeded({ reason }) ?? settle(tell, { body, how: 'designated', by, reason: reason.trim() })
    );
  },
});

function settle(
  tell: Telling,
  data: {
    readonly body: UnitId;
    readonly how: 'agreed' | 'designated';
    readonly by: UnitId | null;
    readonly reason: string | null;
  },
): Telling {
  return tell.say('BodySettled', data).meetKind('designation').run('notice', data.body);
}

/** Within five working days and with detailed reasons; until it is agreed, it stays theirs. */
export const object = rule('object', {
  from: ['routed'],
  decide({ reason }, tell) {
    const { bound, body, office, clocks } = tell.state;
    if (bound) return refuse('petition.transfer-binds', { unit: body });
    const until = clocks.findLast(({ kind }) => kind === 'objection')?.dueAt ?? 0;
    if (tell.facts.occurredAt >= until) return refuse('petition.objection-too-late', { until });
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    tell.dropKind('objection', 'objected');
    tell.say('TransferObjected', { unit: body, reason: reason.trim() });
    return tell.run('return-decision', office);
  },
});

/** The petition office agrees, and routes it again; or it stays, and stays for good. */
export const decideReturn = rule('decide-return', {
  from: ['objected'],
  atOnce: true,
  decide({ agreed, reason }, tell) {
    const { office } = tell.state;
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    tell.say('TransferDecided', { unit: office, agreed, reason: reason.trim() });
    tell.meetKind('return-decision');
    return agreed ? tell.dropKind('notice', 'returned').run('routing', office) : tell;
  },
});
