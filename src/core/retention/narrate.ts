import { clocks } from '../case/narrate/clocks.ts';
import { type Names, text } from '../case/narrate/names.ts';
import type { ClockEvent } from '../clock/events.ts';
import type { Text } from '../text.ts';
import type { EventOf, RetentionEvent } from './events.ts';
import type { HoldEnd } from './words.ts';

type Own = Exclude<RetentionEvent, ClockEvent>['type'];
type Tellers = { readonly [Type in Own]: (data: EventOf<Type>['data'], names: Names) => Text };

const ENDS: Readonly<Record<HoldEnd, Text>> = {
  DECLINED: text('未获第二人同意', 'was declined by the second officer'),
  NOT_AGREED: text('逾期无人同意，失效', 'fell: nobody agreed in time'),
  LIFTED: text('已解除', 'was lifted'),
  NOT_REVIEWED: text('再次逾期未复核，失效', 'fell: it was not reviewed the second time either'),
};

const TELLERS: Tellers = {
  RetentionBegun(data, names) {
    const [{ zh, en }, at] = [data.class.name, names.moment(data.ended)];
    return text(
      `事项${at.zh}了结，按“${zh}”保存`,
      `The matter ended ${at.en} and is kept as “${en}”`,
    );
  },
  RetentionStopped: () =>
    text('事项恢复办理，停止计算保存期', 'The matter goes on: its time is not counted'),
  RetentionLapsed: () => text('保存期满', 'Its time is over'),
  HoldPlaced(data, names) {
    const at = names.moment(data.until);
    return text(
      `提出第 ${data.hold} 号法定保全，${at.zh}前复核：${data.reason}`,
      `Legal hold ${data.hold} was placed, to be reviewed by ${at.en}: ${data.reason}`,
    );
  },
  HoldAgreed: ({ hold }) =>
    text(`第 ${hold} 号法定保全经第二人同意`, `A second officer agreed to legal hold ${hold}`),
  HoldOverdue: ({ hold }) =>
    text(
      `第 ${hold} 号法定保全逾期未复核，再保全一次`,
      `Legal hold ${hold} was not reviewed in time and holds once more`,
    ),
  HoldEnded({ hold, end, reason }) {
    const said = ENDS[end];
    const why = reason === null ? text('', '') : text(`：${reason}`, `: ${reason}`);
    return text(
      `第 ${hold} 号法定保全${said.zh}${why.zh}`,
      `Legal hold ${hold} ${said.en}${why.en}`,
    );
  },
  PackageTaken: () => text('取出移交包', 'The package for the archive was taken'),
  Transferred: ({ receipt }) =>
    text(`已移交档案馆，回执 ${receipt}`, `Handed to the archive, receipt ${receipt}`),
  ErasureAsked: () => text('本人请求销毁', 'The person asked for erasure'),
  ErasureAnswered(data, names) {
    if (data.until === null) {
      return text('已答复销毁请求', 'The wish to be erased was answered');
    }
    const at = names.moment(data.until);
    return text(
      `已答复销毁请求：依规定保存至${at.zh}`,
      `The wish to be erased was answered: by rule it is kept until ${at.en}`,
    );
  },
  ErasureOrdered: () => text('开始销毁密钥', 'The keys are being destroyed'),
  Erased: ({ name }) =>
    text(
      `密钥已销毁，个人信息不能再读（${name.zh}）`,
      `The keys were destroyed: nothing personal can be read any more (${name.en})`,
    ),
};

const { LadderClimbed: _, LadderAnswered: __, LadderLeft: ___, ...CLOCKS } = clocks;

/** An event of a retention as one plain sentence; sealed words are never in it. */
export function narrate(event: RetentionEvent, names: Names): Text {
  const tell = { ...CLOCKS, ...TELLERS }[event.type] as (data: unknown, names: Names) => Text;
  return tell(event.data, names);
}
