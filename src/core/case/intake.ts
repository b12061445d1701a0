import { postsEntering } from '../authority/acting.ts';
import { chainOf, unitIn } from '../authority/units.ts';
import type { UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Registration } from './commands.ts';
import type { Registered } from './events.ts';
import { refuse } from './refusals.ts';
import { later, rule, type Scene, say, start } from './scene.ts';
import { KNOWN } from './state.ts';
import { titleNamesPerson } from './title.ts';
import { upstreamClock } from './upstream-clock.ts';
import type { ExternalReference, ImportMark } from './words.ts';

/** 登记: from here on somebody is responsible and a clock runs. */
export const register = rule('register', {
  from: ['none'],
  decide(data, scene) {
    const no = unknownUnit(scene, data) ?? written(data);
    if (no !== null) return no;
    if (!atOwnCounter(data, scene)) {
      return refuse('case.not-your-counter', { unit: data.receivedBy });
    }
    const registered = registration(scene, data, null);
    return {
      events: [
        registered,
        ...start(scene, 'triage', registered.data.desk),
        ...upstreamClock(later(scene, [registered])),
      ],
      aliases: aliasesOf(data),
    };
  },
});

/** What another system's order is called was not written here. */
const written = ({ title, external }: Registration) =>
  title === null || external.length > 0 ? null : titleNamesPerson(title);

export function unknownUnit({ law }: Scene, { receivedBy, place }: Registration) {
  const unit = [receivedBy, place.unit].find((one) => unitIn(law, one) === null);
  return unit === undefined ? null : refuse('case.unknown-unit', { unit });
}

export function registration(
  { law }: Scene,
  data: Registration,
  imported: ImportMark | null,
): Registered {
  const { kind, intake, words, place, contact, confidential, external, receivedBy, title } = data;
  return say('Registered', {
    kind,
    intake,
    words,
    place,
    contact,
    confidential,
    external,
    receivedBy,
    title,
    desk: deskOf(law, receivedBy),
    rulebook: { id: law.id, version: law.version },
    imported,
  });
}

export const aliasesOf = ({ receipt, external }: Registration) => [
  ...(receipt === null ? [] : [{ kind: 'receipt' as const, key: receipt }]),
  ...external.map(aliasOf),
];

/** What another system says of the same matter, shown beside ours. */
export const updateExternal = rule('update-external', {
  from: KNOWN,
  anyOrder: true,
  decide({ reference }, scene) {
    const { state } = scene;
    const updated = say('ExternalUpdated', { reference });
    const known = state.external.some(
      ({ system, number }) => system === reference.system && number === reference.number,
    );
    return {
      events: [updated, ...upstreamClock(later(scene, [updated]))],
      aliases: known ? [] : [aliasOf(reference)],
    };
  },
});

const aliasOf = ({ system, number }: ExternalReference) => ({
  kind: 'external' as const,
  key: `${system}:${number}`,
});

/** A street triages what its own halls and communities receive; all else goes to the centre. */
export const deskOf = (law: Rulebook, receivedBy: UnitId): UnitId =>
  chainOf(law, receivedBy).find(({ type }) => type === 'street')?.id ?? law.dispatch.centre;

/** Nobody makes another unit the first receiver. */
function atOwnCounter({ receivedBy }: Registration, { facts, as }: Scene): boolean {
  if (facts.actor.kind !== 'staff' || as?.unit === receivedBy) return true;
  return postsEntering(facts, facts.actor.post).some(({ unit }) => unit === receivedBy);
}
