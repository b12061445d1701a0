import type { ActChoice } from '../../contract/cases.ts';
import type { Text } from '../../contract/common.ts';
import type { WhistleAct, WhistleView } from '../../contract/whistles.ts';
import type { Part } from './OpenedAct.tsx';
import { partiesOf, unratedBy } from './parts.ts';
import { isWhistleAct, whistleForms } from './whistle-forms.ts';

/** An act of a whistle with what it is done to, for the bar of acts. */
export interface WhistleOffer {
  readonly act: WhistleAct;
  readonly part: Part | undefined;
  /** Of another unit than the reader's: its name belongs to the button. */
  readonly of: Text | null;
  readonly choice: ActChoice;
}

const ORDER = Object.keys(whistleForms);

interface Of {
  readonly unit: string;
  readonly unitName: Text;
}

/** What the reader's post may do now, and what it would need for the rest; the likely first. */
export const offersOf = (of: WhistleView, unit: string): readonly WhistleOffer[] => {
  const named = (other: Of): Text | null => (other.unit === unit ? null : other.unitName);
  const whole = of.acts.flatMap((choice): WhistleOffer[] => {
    const { act } = choice;
    if (!isWhistleAct(act) || !(whistleForms[act].applies?.(of) ?? true)) return [];
    if (act !== 'rate' || !choice.allowed) return [{ act, part: undefined, of: null, choice }];
    return unratedBy(of, unit).map((other) => ({
      act,
      part: { unit: other },
      of: partiesOf(of).find((party) => party.unit === other)?.name ?? null,
      choice,
    }));
  });
  // Of other units' call-outs only what waits for this post: the rest stands beside each of them.
  const called = of.callOuts.flatMap((callOut) =>
    callOut.acts
      .filter(({ act, likely }) => likely || (callOut.unit === unit && act !== 'stand-down'))
      .flatMap((choice): WhistleOffer[] =>
        isWhistleAct(choice.act)
          ? [{ act: choice.act, part: { callOut: callOut.n }, of: named(callOut), choice }]
          : [],
      ),
  );
  const [step] = of.steps
    .filter(({ acts }) => acts.some(({ act, likely }) => act === 'finish-step' && likely))
    .toSorted((a, b) => a.clock.dueAt.localeCompare(b.clock.dueAt));
  const finish = step?.acts.find(({ act }) => act === 'finish-step');
  const steps: WhistleOffer[] =
    step && finish
      ? [{ act: 'finish-step', part: { step: step.n }, of: null, choice: finish }]
      : [];
  const before = ({ act, choice }: WhistleOffer) => (choice.likely ? 0 : 100) + ORDER.indexOf(act);
  return [...called, ...steps, ...whole].toSorted((a, b) => before(a) - before(b));
};
