import { clocks } from '../case/narrate/clocks.ts';
import { listed, type Names, text } from '../case/narrate/names.ts';
import type { ClockEvent } from '../clock/events.ts';
import type { LadderEvent } from '../clock/ladder.ts';
import { tellErased } from '../erased.ts';
import type { Text } from '../text.ts';
import { durationWords } from '../time/duration.ts';
import type { EventOf, PetitionEvent } from './events.ts';
import { letterOf, type PetitionState } from './state.ts';
import type { LetterKind, Means, Stage, Verdict } from './words.ts';

/** What things are called where a petition is told, beyond what a case needs. */
export interface PetitionNames extends Names {
  petitionKind(code: string): Text;
  petitionReason(code: string): Text;
  stage(code: Stage): Text;
  petitionVerdict(code: Verdict): Text;
  letter(code: LetterKind): Text;
  delivery(code: Means): Text;
}

type Own = Exclude<PetitionEvent, ClockEvent | LadderEvent>['type'];

type Tellers = {
  readonly [Type in Own]: (
    data: EventOf<Type>['data'],
    names: PetitionNames,
    state: PetitionState,
  ) => Text;
};

const TELLERS: Tellers = {
  PetitionRegistered(data, names) {
    const [unit, kind] = [names.unit(data.receivedBy), names.petitionKind(data.kind)];
    const number = data.number === null ? '' : ` ${data.number.number}`;
    return text(
      `${unit.zh}登记信访事项${number}（${kind.zh}）`,
      `${unit.en} registered the petition${number} (${kind.en})`,
    );
  },
  HandedOver(data, names) {
    const channel = names.channel(data.channel);
    return text(
      `依法移交：${channel.zh}（${data.citation.text.zh}）`,
      `Handed over by law to ${channel.en} (${data.citation.text.en})`,
    );
  },
  Routed(data, names) {
    const bodies = listed(data.bodies.map((unit) => names.unit(unit)));
    const superior = data.superior === null ? null : names.unit(data.superior);
    return superior === null
      ? text(`转送${bodies.zh}`, `Routed to ${bodies.en}`)
      : text(
          `转送${bodies.zh}协商受理；协商不成的，由${superior.zh}指定`,
          `Routed to ${bodies.en}, who agree which of them accepts it, or ${superior.en} designates one`,
        );
  },
  BodyNamed(data, names) {
    const [unit, body] = [names.unit(data.unit), names.unit(data.body)];
    return text(`${unit.zh}提议由${body.zh}受理`, `${unit.en} names ${body.en} to accept it`);
  },
  BodySettled(data, names) {
    const body = names.unit(data.body);
    if (data.by === null) return text(`协商由${body.zh}受理`, `Agreed: ${body.en} accepts it`);
    const by = names.unit(data.by);
    return text(
      `${by.zh}指定${body.zh}受理：${data.reason ?? ''}`,
      `${by.en} designates ${body.en}: ${data.reason ?? ''}`,
    );
  },
  TransferObjected(data, names) {
    const unit = names.unit(data.unit);
    return text(
      `${unit.zh}对转送提出异议：${data.reason}`,
      `${unit.en} objects to the transfer: ${data.reason}`,
    );
  },
  TransferDecided(data, names) {
    const unit = names.unit(data.unit);
    if (data.reason === null) {
      return text(
        '转送异议逾期未处理，转送确定',
        'The objection was not decided in time: the transfer binds',
      );
    }
    return data.agreed
      ? text(`${unit.zh}同意退回：${data.reason}`, `${unit.en} takes it back: ${data.reason}`)
      : text(
          `${unit.zh}不同意退回：${data.reason}`,
          `${unit.en} does not take it back: ${data.reason}`,
        );
  },
  PetitionAccepted(data, names) {
    const unit = names.unit(data.unit);
    return text(`${unit.zh}受理`, `${unit.en} accepted it`);
  },
  PetitionNotAccepted(data, names) {
    const unit = names.unit(data.unit);
    return text(
      `${unit.zh}不予受理：${data.name.zh}（${data.citation.text.zh}）。${data.text}`,
      `${unit.en} did not accept it: ${data.name.en} (${data.citation.text.en}). ${data.text}`,
    );
  },
  ExtensionAsked(data) {
    return text(
      `申请延期${durationWords(data.by, 'zh')}：${data.reason}`,
      `Asked for ${durationWords(data.by, 'en')} more: ${data.reason}`,
    );
  },
  ExtensionDecided(data, names) {
    if (data.newDueAt === null) {
      return text(`不批准延期：${data.reason}`, `Extension refused: ${data.reason}`);
    }
    const due = names.moment(data.newDueAt);
    return text(
      `批准延期至${due.zh}，告知本人后生效：${data.reason}`,
      `Extension granted to ${due.en}, once the person has been told: ${data.reason}`,
    );
  },
  MediationRecorded: ({ agreed }) =>
    agreed
      ? text('经本人同意调解，达成一致', 'Mediated by consent; agreement was reached')
      : text('经本人同意调解，未达成一致', 'Mediated by consent; no agreement was reached'),
  HearingOpened: () => text('听证开始，期限中止', 'The hearing begins; the clock stands still'),
  HearingClosed: () => text('听证结束', 'The hearing ends'),
  OpinionGiven(data, names) {
    const [unit, stage] = [names.unit(data.unit), names.stage(data.stage)];
    const verdict = names.petitionVerdict(data.verdict);
    return text(
      `${unit.zh}作出${stage.zh}意见：${verdict.zh}（${data.basis}）`,
      `${unit.en} gave its opinion (${stage.en}): ${verdict.en} (${data.basis})`,
    );
  },
  LetterDelivered(data, names, state) {
    const kind = state.status === 'none' ? undefined : letterOf(state, data.letter)?.kind;
    const means = names.delivery(data.means);
    const paper = kind === undefined ? text('文书', 'Paper') : names.letter(kind);
    return text(`${paper.zh}送达（${means.zh}）`, `${paper.en} delivered (${means.en})`);
  },
  ReviewAsked(data, names) {
    const [stage, unit] = [names.stage(data.stage), names.unit(data.unit)];
    return text(
      `本人申请${stage.zh}，由${unit.zh}办理`,
      `The person asked for ${stage.en.toLowerCase()}; ${unit.en} does it`,
    );
  },
  ReviewRefused: ({ name }) =>
    text(
      `复查、复核申请不予受理：${name.zh}`,
      `The request for review was not accepted: ${name.en}`,
    ),
  NewFactsClaimed: () =>
    text('本人提出新的事实和理由', 'The person put forward new facts or reasons'),
  NewFactsFound: ({ reason }) =>
    text(
      `核对认为有新的事实和理由，重新办理：${reason}`,
      `There are new facts, it begins again: ${reason}`,
    ),
  NoNewFacts: ({ text: why }) =>
    text(`核对后没有新的事实和理由：${why}`, `Looked at: no new facts or reasons. ${why}`),
  PetitionWithdrawn: () => text('本人撤回', 'The person withdrew it'),
  PetitionConcluded: ({ ending }) => ENDED[ending],
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
  TextsErased: tellErased,
};

const ENDED = {
  window: text('期限内没有提出复查、复核，终结', 'No review was asked for in time: concluded'),
  're-review': text('复核意见送达，终结', 'The re-review opinion was delivered: concluded'),
  withdrawn: text('终结', 'Concluded'),
} as const;

/** One event as a sentence without its full stop; `state` as the events so far have made it. */
export function narrate(event: PetitionEvent, names: PetitionNames, state: PetitionState): Text {
  const tell = { ...clocks, ...TELLERS }[event.type] as (
    data: unknown,
    names: PetitionNames,
    state: PetitionState,
  ) => Text;
  return tell(event.data, names, state);
}
