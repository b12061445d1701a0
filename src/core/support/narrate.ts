import { clocks } from '../case/narrate/clocks.ts';
import { type Names, text } from '../case/narrate/names.ts';
import type { ClockEvent } from '../clock/events.ts';
import type { LadderEvent } from '../clock/ladder.ts';
import type { Text } from '../text.ts';
import type { EventOf, SupportEvent } from './events.ts';

/** What things are called where a support is told, beyond what a case needs. */
export interface SupportNames extends Names {
  measure(id: string): Text;
  need(code: string): Text;
  condition(code: string): Text;
  document(code: string): Text;
}

type Own = Exclude<SupportEvent, ClockEvent | LadderEvent>['type'];
type Tellers = {
  readonly [Type in Own | LadderEvent['type']]: (
    data: EventOf<Type>['data'],
    names: SupportNames,
  ) => Text;
};

const RUNGS: Readonly<Record<'remind' | 'supervise' | 'instruct', Text>> = {
  remind: text('自动催办', 'reminded by the system'),
  supervise: text('转督办', 'to be supervised'),
  instruct: text('提请领导批示', 'put up for a leader’s written instruction'),
};

const TELLERS: Tellers = {
  SupportOffered(data, names) {
    const [by, provider, measure] = [
      names.unit(data.by),
      names.unit(data.provider),
      names.measure(data.measure),
    ];
    return text(
      `${by.zh}提出帮扶“${measure.zh}”，由${provider.zh}提供`,
      `${by.en} offered “${measure.en}”, to be given by ${provider.en}`,
    );
  },
  OfferTakenBack: () =>
    text('帮扶已撤回，理由已告知本人', 'The offer was taken back; the person is told why'),
  Consented(data, names) {
    const [provider, until] = [names.unit(data.provider), names.moment(data.until)];
    return text(
      `本人同意，由${provider.zh}提供，有效至${until.zh}`,
      `The person agreed that ${provider.en} gives it, until ${until.en}`,
    );
  },
  Refused: () => text('本人不需要', 'The person does not want it'),
  Revoked: () => text('本人撤回同意', 'The person took the consent back'),
  ConditionShown(data, names) {
    const [unit, condition] = [names.unit(data.unit), names.condition(data.condition)];
    return text(`${unit.zh}核实：${condition.zh}`, `${unit.en} has seen shown: ${condition.en}`);
  },
  Delivered(data, names) {
    const unit = names.unit(data.unit);
    return text(`${unit.zh}已兑现`, `${unit.en} delivered it`);
  },
  NotDeliverable(data, names) {
    const unit = names.unit(data.unit);
    return text(
      `${unit.zh}不能提供，理由和其他途径已告知本人`,
      `${unit.en} cannot give it; the person is told why and where to turn`,
    );
  },
  Received: () => text('本人确认收到', 'The person confirmed that it came'),
  ReceiptDenied: ({ again }) =>
    again
      ? text(
          '本人表示未收到，同意已到期，重新征求意见',
          'The person says it did not come; the consent had run out, and they are asked anew',
        )
      : text('本人表示未收到，须重新兑现', 'The person says it did not come; it is owed again'),
  ReceiptUnanswered: () => text('期内本人未作表示', 'The person said nothing in the time for it'),
  Lapsed: ({ why }) =>
    why === 'not-answered'
      ? text(
          '期内未答复，帮扶自行终止，不影响任何权利',
          'Not answered in time, the offer lapsed; no right is touched',
        )
      : text('同意已到期，帮扶自行终止', 'The consent ran out, and the support with it'),
  Supervised(data, names) {
    const [unit, by] = [names.unit(data.unit), names.post(data.by)];
    const written = data.instruction;
    const leader = written === null ? null : names.post(written.by);
    return written === null || leader === null
      ? text(`${by.zh}督办${unit.zh}：${data.text}`, `${by.en} supervised ${unit.en}: ${data.text}`)
      : text(
          `${by.zh}督办${unit.zh}：${data.text}。${leader.zh}批示：${written.text}`,
          `${by.en} supervised ${unit.en}: ${data.text}. Written instruction of the ${leader.en}: ${written.text}`,
        );
  },
  LadderClimbed(data, names) {
    const [unit, clock, rung] = [names.unit(data.unit), names.clock(data.kind), RUNGS[data.act]];
    const by = data.by === null ? null : names.unit(data.by);
    return text(
      `${unit.zh}“${clock.zh}”逾期，${rung.zh}${by === null ? '' : `（${by.zh}）`}`,
      `${unit.en} missed “${clock.en}”: ${rung.en}${by === null ? '' : ` (${by.en})`}`,
    );
  },
  LadderAnswered: (data, names) => {
    const clock = names.clock(data.clock);
    return text(
      `已督办，“${clock.zh}”须在限期内补办`,
      `Supervised; “${clock.en}” has to be made good in the time given`,
    );
  },
  LadderLeft: (data, names) => {
    const clock = names.clock(data.clock);
    return text(`“${clock.zh}”不再督办`, `“${clock.en}” needs no supervision any more`);
  },
};

/** An event of a support as one plain sentence, without what lies in the vault. */
export function narrate(event: SupportEvent, names: SupportNames): Text {
  const tell = ({ ...clocks, ...TELLERS } as Readonly<Record<string, unknown>>)[event.type] as (
    data: unknown,
    names: SupportNames,
  ) => Text;
  return tell(event.data, names);
}
