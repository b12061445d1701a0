import type { Text } from '../../contract/common.ts';
import type { WhistleAct, WhistleView } from '../../contract/whistles.ts';
import type { Part } from './OpenedAct.tsx';

/** The issuer and the units called, each once. */
export const partiesOf = (
  of: WhistleView,
): readonly { readonly unit: string; readonly name: Text }[] => {
  const called = new Map(of.callOuts.map(({ unit, unitName }) => [unit, unitName]));
  called.delete(of.issuer);
  return [
    ...[...called].map(([unit, name]) => ({ unit, name })),
    { unit: of.issuer, name: of.issuerName },
  ];
};

const ON_CALL_OUT: ReadonlySet<WhistleAct> = new Set([
  'sign',
  'object',
  'decide-objection',
  'report-in',
  'settle',
  'stand-down',
]);
const ON_STEP: ReadonlySet<WhistleAct> = new Set(['finish-step', 'drop-step']);

interface Actable {
  readonly n: number;
  readonly acts: readonly { readonly act: string; readonly allowed: boolean }[];
}

const takes =
  (act: WhistleAct) =>
  ({ acts }: Actable): boolean =>
    acts.some((one) => one.act === act && one.allowed);

/** Whom this unit has still to rate. */
export const unratedBy = (of: WhistleView, unit: string): readonly string[] =>
  of.ratings.flatMap((pair) => {
    if (pair.open) return [];
    if (unit === of.issuer) return pair.issuerHasSpoken ? [] : [pair.unit];
    return unit === pair.unit && !pair.calledHasSpoken ? [of.issuer] : [];
  });

/** What of the whistle the act is done to, where whoever opens it did not say. */
export const partOf = (of: WhistleView, act: WhistleAct, unit: string): Part => {
  if (ON_CALL_OUT.has(act)) {
    const open = of.callOuts.filter(takes(act));
    const found = open.find((one) => one.unit === unit) ?? open[0];
    return found ? { callOut: found.n } : {};
  }
  if (ON_STEP.has(act)) {
    const open = of.steps
      .filter(takes(act))
      .toSorted((a, b) => a.clock.dueAt.localeCompare(b.clock.dueAt));
    const found = open.find(({ owner }) => owner === unit) ?? open[0];
    return found ? { step: found.n } : {};
  }
  if (act === 'rate') {
    const [other] = unratedBy(of, unit);
    return other ? { unit: other } : {};
  }
  return {};
};
