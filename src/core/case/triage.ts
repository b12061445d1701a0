import type { Because } from '../authority/because.ts';
import { isLeaf } from '../authority/category.ts';
import { type Proposal, propose } from '../authority/propose.ts';
import { chainOf } from '../authority/units.ts';
import type { UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { refuse } from './refusals.ts';
import { dropAll, handOn, meet, rule, type Scene, say, start } from './scene.ts';
import type { Received, Triaged } from './state.ts';
import { textNeeded } from './text-needed.ts';
import { titleNamesPerson } from './title.ts';

/** 研判: what it is, how urgent, and whether the community has the power; the duty list answers. */
export const triage = rule('triage', {
  from: ['received', 'triaged'],
  decide(data, scene) {
    const { law, state, facts } = scene;
    const category = law.categories.find(({ code }) => code === data.category);
    if (category === undefined) return refuse('case.unknown-category', { category: data.category });
    if (!isLeaf(law, category))
      return refuse('case.category-too-broad', { category: category.code });
    const urgency = data.urgency ?? category.urgency;
    if (!law.urgencies.some(({ code }) => code === urgency)) {
      return refuse('case.unknown-urgency', { urgency });
    }
    if (category.emergency !== null && state.emergency === null) {
      return refuse('case.emergency-first', { channel: category.emergency });
    }
    if (category.channel !== null) {
      return refuse('case.belongs-to-channel', { channel: category.channel });
    }
    const no =
      textNeeded({ title: data.title }) ?? (data.automatic ? null : titleNamesPerson(data.title));
    if (no !== null) return no;

    const proposal = propose(facts.institution, category.code, state.place.unit, facts.occurredAt);
    const desk = deskFor(law, state.receivedBy, proposal);
    const triaged = say('Triaged', {
      category: category.code,
      title: data.title.trim(),
      urgency,
      level: proposal.none ? 'beyond' : proposal.level,
      because: proposal.none ? unlisted(law, proposal) : proposal.because,
      proposed: proposal.none ? null : proposal.lead,
      desk,
      automatic: data.automatic,
    });
    const first = state.status === 'received';
    return {
      events: [
        triaged,
        ...meet(scene, 'triage'),
        ...(first ? start(scene, 'dispatch', desk, urgency) : handOn(scene, desk, 'dispatch')),
      ],
    };
  },
});

/** 当场答复: a question asked and answered. Whatever somebody must do something about is dispatched. */
export const answerAtOnce = rule('answer-at-once', {
  from: ['received', 'triaged'],
  decide({ answer }, scene) {
    if (scene.state.kind !== 'consult') return refuse('case.only-consult-answered');
    return {
      events: [
        say('AnsweredAtOnce', { answer }),
        ...meet(scene, 'triage', 'dispatch', 'reply', 'upstream'),
        ...dropAll(scene, 'answered', 'triage', 'dispatch', 'reply', 'upstream'),
      ],
    };
  },
});

/** Not ours: the channel, the rule, and the person's next path (invariant 3). */
export const redirect = rule('redirect', {
  from: ['received', 'triaged'],
  decide({ channel: code }, scene) {
    const channel = scene.law.channels.find((one) => one.code === code);
    if (channel === undefined) return refuse('case.unknown-channel', { channel: code });
    if (channel.kind === 'emergency') {
      return refuse('case.emergency-needs-confirmation', { channel: code });
    }
    return { events: redirected(scene, code) };
  },
});

/** The events of a redirection to a channel the rulebook has. */
export function redirected(scene: Scene<Received | Triaged>, code: string) {
  const channel = scene.law.channels.find((one) => one.code === code);
  if (channel === undefined) throw new Error(`case: no channel ${code}`);
  const { kind, citation, nextPath } = channel;
  return [
    say('Redirected', { channel: code, kind, citation, nextPath }),
    ...meet(scene, 'triage', 'dispatch'),
    ...dropAll(scene, 'redirected', 'triage', 'dispatch'),
  ];
}

/** A street's desk sends on what stays in its territory; the centre everything else. */
function deskFor(law: Rulebook, receivedBy: UnitId, proposal: Proposal): UnitId {
  const street = chainOf(law, receivedBy).find(({ type }) => type === 'street')?.id;
  const within = !proposal.none && chainOf(law, proposal.lead).some(({ id }) => id === street);
  return street !== undefined && within ? street : law.dispatch.centre;
}

/** The list names nobody: the centre designates, under the rule that lets it. */
const unlisted = (law: Rulebook, proposal: Extract<Proposal, { none: true }>): Because => ({
  sentence: proposal.because,
  duty: null,
  citation: law.objection.citation,
  catalogue: { rulebook: law.id, version: law.version },
});
