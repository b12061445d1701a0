import { positive } from './check-deadlines.ts';
import type { Names } from './check-references.ts';
import { type Finding, finding, type Path } from './finding.ts';
import type { Rulebook } from './rulebook.ts';

const WHOLE_DAYS: readonly string[] = ['day', 'workDay', 'month'];

/** A sealed desk: a unit that stands for something, limits in whole days, channels that are statutory. */
export function checkReport(
  { reportWrongdoing: { desk }, channels }: Rulebook,
  names: Names,
): readonly Finding[] {
  if (desk === null) return [];
  const at = (...path: Path): Path => ['reportWrongdoing', 'desk', ...path];
  return [
    ...names.unit(desk.unit, at('unit')),
    ...(['within', 'settle'] as const).flatMap((limit) => [
      ...positive(desk[limit], at(limit)),
      ...(WHOLE_DAYS.includes(desk[limit].unit)
        ? []
        : [finding('desk-limit-too-fine', at(limit), { unit: desk[limit].unit })]),
    ]),
    ...(desk.handTo.length === 0
      ? [finding('missing-part', at('handTo'), { part: 'handTo' })]
      : []),
    ...desk.handTo.flatMap((code, n) => {
      const channel = channels.find((one) => one.code === code);
      if (channel === undefined) return [finding('unknown-channel', at('handTo', n), { id: code })];
      return channel.kind === 'statutory'
        ? []
        : [finding('wrong-channel-kind', at('handTo', n), { id: code, kind: channel.kind })];
    }),
  ];
}
