import { postsOf } from '../authority/posts.ts';
import { chainOf, unitIn } from '../authority/units.ts';
import type { Facts, UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Registration } from './commands.ts';
import { refuse } from './refusals.ts';
import { rule, say, start } from './scene.ts';
import { KNOWN } from './state.ts';
import type { ExternalReference } from './words.ts';

/** 登记: from here on somebody is responsible and a clock runs. */
export const register = rule('register', {
  from: ['none'],
  decide(data, scene) {
    const { facts, law } = scene;
    for (const unit of [data.receivedBy, data.place.unit]) {
      if (unitIn(law, unit) === null) return refuse('case.unknown-unit', { unit });
    }
    if (!atOwnCounter(data, facts)) {
      return refuse('case.not-your-counter', { unit: data.receivedBy });
    }
    const importing = facts.actor.kind === 'machine' && facts.actor.name === 'import';
    if (importing !== (data.imported !== null)) return refuse('case.history-only-imported');

    const { receipt, ...said } = data;
    const desk = deskOf(law, data.receivedBy);
    const registered = say('Registered', {
      ...said,
      desk,
      rulebook: { id: law.id, version: law.version },
    });
    return {
      // A ledger's row tells itself what became of it: its clocks come with `record-history`.
      events: importing ? [registered] : [registered, ...start(scene, 'triage', desk)],
      aliases: [
        ...(receipt === null ? [] : [{ kind: 'receipt' as const, key: receipt }]),
        ...data.external.map(aliasOf),
      ],
    };
  },
});

/** What another system says of the same matter, shown beside ours. */
export const updateExternal = rule('update-external', {
  from: KNOWN,
  anyOrder: true,
  decide({ reference }, { state }) {
    const known = state.external.some(
      ({ system, number }) => system === reference.system && number === reference.number,
    );
    return {
      events: [say('ExternalUpdated', { reference })],
      aliases: known ? [] : [aliasOf(reference)],
    };
  },
});

const aliasOf = ({ system, number }: ExternalReference) => ({
  kind: 'external' as const,
  key: `${system}:${number}`,
});

/** A street triages what its own halls and communities receive; all else goes to the centre. */
const deskOf = (law: Rulebook, receivedBy: UnitId): UnitId =>
  chainOf(law, receivedBy).find(({ type }) => type === 'street')?.id ?? law.dispatch.centre;

/** Nobody makes another unit the first receiver. */
function atOwnCounter(data: Registration, { actor, institution, occurredAt, onBehalfOf }: Facts) {
  if (actor.kind !== 'staff') return true;
  const posts = postsOf(institution, actor.post, occurredAt);
  const counters = onBehalfOf?.kind === 'post' ? [...posts, onBehalfOf.post] : posts;
  return counters.some(({ unit }) => unit === data.receivedBy);
}
