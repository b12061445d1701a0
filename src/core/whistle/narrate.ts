import { clocks } from '../case/narrate/clocks.ts';
import { listed, type Names, text } from '../case/narrate/names.ts';
import type { ClockEvent } from '../clock/events.ts';
import type { LadderEvent } from '../clock/ladder.ts';
import { tellErased } from '../erased.ts';
import type { Text } from '../text.ts';
import type { EventOf, WhistleEvent } from './events.ts';
import type { Conclusion, Mode, Settlement, Verdict } from './words.ts';

/** What things are called where a whistle is told, beyond what a case needs. */
export interface WhistleNames extends Names {
  power(id: string): Text;
  rank(code: string): Text;
  whistleKind(code: string): Text;
  settlement(code: Settlement): Text;
  conclusion(code: Conclusion): Text;
  mode(code: Mode): Text;
  verdict(code: Verdict): Text;
  ratingItem(code: string): Text;
}

type Own = Exclude<WhistleEvent, ClockEvent | LadderEvent>['type'];

type Tellers = {
  readonly [Type in Own]: (data: EventOf<Type>['data'], names: WhistleNames) => Text;
};

const ISSUED: Readonly<Record<'not-needed' | 'screened' | 'time-out', Text>> = {
  'not-needed': text('已发出', 'It went out'),
  screened: text('经审核发出', 'Screened, it went out'),
  'time-out': text('审核逾期，自动发出', 'Not screened in time, it went out by itself'),
};

const RUNGS: Readonly<Record<'remind' | 'supervise' | 'instruct', Text>> = {
  remind: text('自动催办', 'reminded by the system'),
  supervise: text('转督办', 'to be supervised'),
  instruct: text('提请领导批示', 'put up for a leader’s written instruction'),
};

/** What a missed promise leads to; the same in every process that has ladders. */
export const rungs: {
  readonly [Type in LadderEvent['type']]: (
    data: Extract<LadderEvent, { readonly type: Type }>['data'],
    names: Names,
  ) => Text;
} = {
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

const TELLERS: Tellers = {
  WhistleProposed(data, names) {
    const issuer = names.unit(data.issuer);
    const kind = names.whistleKind(data.kind);
    const powers = listed(data.missing.map((power) => quoted(names.power(power))));
    const units = listed(data.calls.map(({ unit }) => names.unit(unit)));
    return text(
      `${issuer.zh}提出${kind.zh}（${data.level}级）：缺少${powers.zh}，请${units.zh}到场`,
      `${issuer.en} proposed a whistle (${kind.en}, level ${data.level}): it lacks ${powers.en} and calls ${units.en}`,
    );
  },
  WhistleDeclined(data, names) {
    const unit = names.unit(data.unit);
    return text(
      `${unit.zh}审核：不发，理由：${data.reason}`,
      `${unit.en} screened it and did not send it out: ${data.reason}`,
    );
  },
  WhistleTakenBack: ({ reason }) => {
    const why = because(reason);
    return text(`撤回吹哨：${why.zh}`, `The whistle was taken back: ${why.en}`);
  },
  WhistleIssued: ({ how }) => ISSUED[how],
  Filed: ({ tried }) =>
    text(`补报已做步骤：${tried.join('；')}`, `Filed what was tried: ${tried.join('; ')}`),
  CalledOut(data, names) {
    const unit = names.unit(data.unit);
    const powers = listed(data.powers.map(({ power }) => quoted(names.power(power))));
    const again =
      data.again === null
        ? text('', '')
        : text(
            `；撤回后再次通知，理由：${data.again}`,
            `, once more after it was stood down: ${data.again}`,
          );
    return text(
      `通知${unit.zh}报到，行使${powers.zh}${again.zh}`,
      `${unit.en} was called for ${powers.en}${again.en}`,
    );
  },
  CallOutSigned(data, names) {
    const unit = names.unit(data.unit);
    return text(`${unit.zh}签收了报到通知`, `${unit.en} signed for the call-out`);
  },
  CallOutObjected(data, names) {
    const [unit, basis, ruler] = [
      names.unit(data.unit),
      names.objectionBasis(data.basis),
      names.unit(data.ruler),
    ];
    return text(
      `${unit.zh}提出异议（${basis.zh}）：${data.reason}，由${ruler.zh}裁定`,
      `${unit.en} objected (${basis.en}): ${data.reason}. ${ruler.en} decides`,
    );
  },
  CallOutRuled(data, names) {
    const unit = names.unit(data.unit);
    if (data.reason === null) {
      return text(
        `异议逾期未裁定，${unit.zh}先报到后议`,
        `The objection was not decided in time: ${unit.en} comes first and argues afterwards`,
      );
    }
    return data.upheld
      ? text(
          `裁定${unit.zh}异议成立：${data.reason}`,
          `The objection of ${unit.en} was upheld: ${data.reason}`,
        )
      : text(
          `裁定${unit.zh}异议不成立，须报到：${data.reason}`,
          `The objection of ${unit.en} was refused, it has to come: ${data.reason}`,
        );
  },
  ReportedIn(data, names) {
    const [unit, mode, rank, asked] = [
      names.unit(data.unit),
      names.mode(data.mode),
      names.rank(data.rank),
      names.rank(data.asked.rank),
    ];
    const late = data.late ? text('（逾期）', ', late') : text('', '');
    const short =
      data.short.rank || data.short.headCount
        ? text(
            `；要求${asked.zh}以上 ${data.asked.headCount} 人`,
            `; asked for were ${data.asked.headCount} from the rank of ${asked.en}`,
          )
        : text('', '');
    return text(
      `${unit.zh}${mode.zh}报到${late.zh}：${rank.zh}等 ${data.headCount} 人${short.zh}`,
      `${unit.en} reported in ${mode.en}${late.en}: ${data.headCount}, the most senior ${rank.en}${short.en}`,
    );
  },
  CallOutMissed(data, names) {
    const unit = names.unit(data.unit);
    return text(`${unit.zh}未按时报到`, `${unit.en} did not report in by its time`);
  },
  StoodDown(data, names) {
    const [unit, why] = [names.unit(data.unit), because(data.reason)];
    return text(`撤回对${unit.zh}的通知：${why.zh}`, `${unit.en} was stood down: ${why.en}`);
  },
  CallOutSettled(data, names) {
    const [unit, result] = [names.unit(data.unit), names.settlement(data.result)];
    return text(
      `${unit.zh}处置结果：${result.zh}，${data.text}`,
      `${unit.en} says what came of it: ${result.en}. ${data.text}`,
    );
  },
  Released(data, names) {
    const unit = names.unit(data.unit);
    return text(`${unit.zh}的报到通知了结`, `The call-out of ${unit.en} is released`);
  },
  Planned(data, names) {
    const steps = data.steps.map(({ n, what, owner, dueAt }) => {
      const [unit, at] = [names.unit(owner), names.moment(dueAt)];
      return text(`${n}. ${what}（${unit.zh}，${at.zh}）`, `${n}. ${what} (${unit.en}, ${at.en})`);
    });
    return text(
      `联合处置方案：${steps.map(({ zh }) => zh).join('；')}`,
      `Joint plan: ${steps.map(({ en }) => en).join('; ')}`,
    );
  },
  StepFinished(data, names) {
    const unit = names.unit(data.unit);
    return text(
      `${unit.zh}完成第 ${data.step} 步：${data.note}`,
      `${unit.en} finished step ${data.step}: ${data.note}`,
    );
  },
  StepDropped: (data) =>
    text(`取消第 ${data.step} 步：${data.reason}`, `Step ${data.step} was dropped: ${data.reason}`),
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
  Concluded(data, names) {
    const [result, why] = [names.conclusion(data.result), because(data.reason)];
    return text(`吹哨办结：${result.zh}，${why.zh}`, `Concluded: ${result.en}. ${why.en}`);
  },
  Rated(data, names) {
    const [by, of] = [names.unit(data.by), names.unit(data.of)];
    // What was said stays sealed here: it is shown beside, to whom it is open.
    return text(`${by.zh}评价了${of.zh}`, `${by.en} rated ${of.en}`);
  },
  RatingsOpened(data, names) {
    const unit = names.unit(data.unit);
    return data.why === 'both'
      ? text(`与${unit.zh}的双向评价已公开`, `The mutual rating with ${unit.en} is open`)
      : text(`与${unit.zh}的评价期结束`, `The time to rate with ${unit.en} is over`);
  },
  TextsErased: tellErased,
  CaseFollowed: () =>
    text('事项并单或拆出，吹哨随之转移', 'The matter was joined or parted, the whistle follows it'),
};

/** An event of a whistle as one plain sentence, without what a rating said. */
export function narrate(event: WhistleEvent, names: WhistleNames): Text {
  const tell = ({ ...clocks, ...rungs, ...TELLERS } as Readonly<Record<string, unknown>>)[
    event.type
  ] as (data: unknown, names: WhistleNames) => Text;
  return tell(event.data, names);
}

/** A power's name is a phrase of its own, and stands apart from the sentence it is in. */
const quoted = ({ zh, en }: Text): Text => text(`“${zh}”`, `“${en}”`);

/** A machine's reason is a code, a person's their own words. */
function because(reason: string): Text {
  return reason.startsWith('case-ended:')
    ? text('事项已经结束', 'the matter is over')
    : text(reason, reason);
}
