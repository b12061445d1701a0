import { categoriesAbove } from '../authority/category.ts';
import type { CaseState, Closed } from '../case/state.ts';
import type { Facts, Instant, StreamId } from '../process.ts';
import type { CallbackLaw } from '../rulebook/callback.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { dueAt } from '../time/due.ts';
import { askerFor, partiesTo } from './asker.ts';
import type { About } from './events.ts';
import { refuse } from './refusals.ts';
import { type Law, rule, type Telling } from './scene.ts';
import type { Kind } from './words.ts';

/** Fixed is what may come undone again. */
const FIXED: readonly string[] = ['FIXED', 'PARTLY'];

/**
 * Whether this closing is called back about: by the rulebook's share and the lot alone, whoever the
 * person and whoever handled it. What the lot leaves over spreads the day of asking.
 */
export const draw = rule('draw', {
  from: ['none'],
  decide({ case: id, closing, sponsored }, tell) {
    const found = closingOf(tell.facts, id, closing);
    if (found === 'unknown') return refuse('callback.case-unknown', { case: id });
    // Reopened meanwhile: there is no such closing to ask about.
    if (found === 'over') return tell;
    const { law, facts } = tell;
    const about = aboutOf('callback', id, found, law);
    const share = sponsored ? 1 : shareOf(law, found);
    const drawn = { lot: facts.lot, share, sponsored };
    if (facts.lot >= share) return recheck(tell.say('NotDrawn', { ...about, ...drawn }), found);
    const asker = askerFor(law.callback.units, about.parties);
    if (asker === null) return recheck(tell.say('NobodyToAsk', { ...about, draw: drawn }), found);
    const askAt = spread(found.endedAt, facts.lot / share, law);
    tell.say('Drawn', { ...about, ...drawn, asker, askAt });
    return recheck(begins(tell, askAt), found);
  },
});

/** 效果核验: by whom what was fixed is looked at again. */
export const plan = rule('plan', {
  from: ['none'],
  decide({ case: id, closing, rounds }, tell) {
    const found = closingOf(tell.facts, id, closing);
    if (found === 'unknown') return refuse('callback.case-unknown', { case: id });
    const [first] = rounds;
    if (found === 'over' || first === undefined) return tell;
    const about = aboutOf('recheck', id, found, tell.law);
    const asker = askerFor(tell.law.callback.units, about.parties);
    if (asker === null) return tell.say('NobodyToAsk', { ...about, draw: null });
    return begins(tell.say('RecheckPlanned', { ...about, asker, rounds }), first);
  },
});

/** Until its day nobody owes anything; the clock only brings the day about. */
export function begins(tell: Telling, at: Instant): Telling {
  const { known, law } = tell;
  if (!('asker' in known)) throw new Error('callback: nobody to ask');
  const { delay, citation } = law.callback;
  return tell.start('wait', known.asker, { duration: delay.to, citation }, at);
}

function closingOf({ others }: Facts, id: StreamId, closing: number): Closed | 'unknown' | 'over' {
  const state = others.get(id) as CaseState | undefined;
  if (state === undefined || state.status === 'none') return 'unknown';
  return state.status === 'closed' && state.closings === closing ? state : 'over';
}

function aboutOf(kind: Kind, id: StreamId, state: Closed, { law }: Law): About {
  return {
    kind,
    case: id,
    closing: state.closings,
    closedAt: state.endedAt,
    outcome: state.outcome,
    category: state.triage?.category ?? null,
    title: state.title,
    lead: state.order?.lead ?? null,
    parties: partiesTo(state, law),
    rulebook: { id: law.id, version: law.version },
  };
}

const shareOf = ({ law, callback }: Law, closed: Closed): number =>
  callback.samples.find(
    ({ outcomes, categories }) =>
      (outcomes.length === 0 || outcomes.some((one) => one === closed.outcome)) &&
      (categories.length === 0 || isAmong(law, closed, categories)),
  )?.share ?? 0;

function isAmong(law: Rulebook, { triage }: Closed, categories: readonly string[]): boolean {
  const above = categoriesAbove(law, triage?.category ?? null);
  return categories.some((one) => above.has(one));
}

/** Between the rulebook's first and last day, at the fraction `part` of the way. */
function spread(start: Instant, part: number, law: Law): Instant {
  const { from, to } = law.callback.delay;
  const [first, last] = [endOf(start, from, law), endOf(start, to, law)];
  return first + Math.floor(Math.max(0, last - first) * part);
}

const endOf = (start: Instant, duration: CallbackLaw['within'], { calendar }: Law): Instant =>
  dueAt({ start, duration, calendar, suspensions: [] }).due;

function recheck(tell: Telling, closed: Closed): Telling {
  const { law } = tell;
  const due = FIXED.includes(closed.outcome)
    ? law.callback.recheck.find(({ categories }) => isAmong(law.law, closed, categories))
    : undefined;
  if (due === undefined) return tell;
  const rounds = due.after.map((duration) => endOf(closed.endedAt, duration, law));
  return tell.say('RecheckCalledFor', { rounds });
}
