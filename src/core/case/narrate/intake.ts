import type { Text } from '../../text.ts';
import { SAME_CATEGORY_AND_PLACE } from '../words.ts';
import { text } from './names.ts';
import type { Tellers } from './tellers.ts';

/** From the person's first word to where the matter belongs. */
export const intake: Tellers<
  | 'Registered'
  | 'Triaged'
  | 'EmergencyShown'
  | 'EmergencyHandedOver'
  | 'AnsweredAtOnce'
  | 'Redirected'
  | 'Merged'
  | 'RequestJoined'
  | 'Unmerged'
  | 'RequestLeft'
  | 'ExternalUpdated'
  | 'UpstreamAsked'
  | 'UpstreamTold'
> = {
  Registered(data, names) {
    const [kind, by, place] = [
      names.kind(data.kind),
      names.intake(data.intake),
      names.unit(data.place.unit),
    ];
    return text(
      `登记诉求：${kind.zh}，${by.zh}，地点在${place.zh}`,
      `Registered: ${kind.en}, ${by.en}, in ${place.en}`,
    );
  },
  Triaged(data, names) {
    const category = names.category(data.category);
    const urgency = names.urgency(data.urgency);
    return data.level === 'community'
      ? text(
          `研判为“${category.zh}”（${urgency.zh}），属社区自办事项`,
          `Triaged as “${category.en}” (${urgency.en}): a matter for the community`,
        )
      : text(
          `研判为“${category.zh}”（${urgency.zh}），超出社区权限`,
          `Triaged as “${category.en}” (${urgency.en}): beyond the community’s power`,
        );
  },
  EmergencyShown(data, names) {
    const channel = names.channel(data.channel);
    return text(
      `提示紧急电话 ${data.telephone}（${channel.zh}）`,
      `Showed the emergency number ${data.telephone} (${channel.en})`,
    );
  },
  EmergencyHandedOver(data, names) {
    const channel = names.channel(data.channel);
    const by =
      data.confirmedBy === 'person' ? text('本人', 'the person') : names.post(data.confirmedBy);
    return data.remains
      ? text(
          `${by.zh}确认已由${channel.zh}接手，其余事项继续办理`,
          `${channel.en} has taken over, as ${by.en} confirmed; the rest is still handled here`,
        )
      : text(
          `${by.zh}确认已由${channel.zh}接手`,
          `${channel.en} has taken over, as ${by.en} confirmed`,
        );
  },
  AnsweredAtOnce: () => text('当场答复', 'Answered at once'),
  Redirected(data, names) {
    const channel = names.channel(data.channel);
    return text(
      `告知其他途径：${channel.zh}。${data.nextPath.zh}`,
      `Redirected to ${channel.en}. ${data.nextPath.en}`,
    );
  },
  Merged({ into, basis }) {
    const why = basisOf(basis);
    return text(
      `与事项 ${into} 是同一事项，并入办理：${why.zh}`,
      `Merged into ${into}, the same matter: ${why.en}`,
    );
  },
  RequestJoined({ from, basis }) {
    const why = basisOf(basis);
    return text(
      `事项 ${from} 与本事项相同，并入本事项：${why.zh}`,
      `${from} is the same matter and joined this one: ${why.en}`,
    );
  },
  Unmerged: (data) =>
    text(
      `撤销并单，与事项 ${data.from} 分开办理，原有时限恢复：${data.reason}`,
      `Parted from ${data.from}; its own clocks run again: ${data.reason}`,
    ),
  RequestLeft: (data) =>
    text(
      `事项 ${data.left} 撤销并单，不再随本事项办理：${data.reason}`,
      `${data.left} was parted from this case: ${data.reason}`,
    ),
  ExternalUpdated({ reference: { system, number, state, dueAt } }, names) {
    const due = dueAt === null ? null : names.moment(dueAt);
    return text(
      `${system}编号 ${number} 的状态更新为“${state ?? '未知'}”${due ? `，上级时限${due.zh}到期` : ''}`,
      `${system} number ${number} now stands at “${state ?? 'unknown'}”${due ? `, due there ${due.en}` : ''}`,
    );
  },
  UpstreamAsked({ request, until, reason }, names) {
    const due = until === null ? null : names.moment(until);
    return request === 'return'
      ? text(`申请退回上级：${reason}`, `Asked upstream to take the order back: ${reason}`)
      : text(
          `向上级申请延期${due ? `至${due.zh}` : ''}：${reason}`,
          `Asked upstream for more time${due ? `, until ${due.en}` : ''}: ${reason}`,
        );
  },
  UpstreamTold: ({ system, number, state }) =>
    text(
      `写入${system}工单 ${number} 的回复表，状态“${state}”`,
      `Written into the reply sheet for ${system}, order ${number}, as “${state}”`,
    ),
};

/** A merge stands on what somebody stated, or on what both requests have in common. */
const basisOf = (basis: string): Text =>
  basis === SAME_CATEGORY_AND_PLACE
    ? text('类别和地点相同', 'the same category and place')
    : text(basis, basis);
