import type { UnitId } from '../../process.ts';
import type { Text } from '../../text.ts';
import { listed, type Names, text } from './names.ts';
import type { Tellers } from './tellers.ts';

const assisted = (units: readonly UnitId[], names: Names): Text => {
  if (units.length === 0) return text('', '');
  const { zh, en } = listed(units.map((unit) => names.unit(unit)));
  return text(`，协办：${zh}`, `, assisted by ${en}`);
};

/** Whose the matter is, disputed or not. */
export const allocation: Tellers<
  | 'Dispatched'
  | 'SignedFor'
  | 'Objected'
  | 'ObjectionDecided'
  | 'InterimOwnerFixed'
  | 'AllocationRuled'
> = {
  Dispatched(data, names) {
    const lead = names.unit(data.lead);
    const help = assisted(data.assisting, names);
    const why =
      data.overrideReason === null
        ? text('', '')
        : text(
            `；未采用清单建议：${data.overrideReason}`,
            `; not as the duty list proposed: ${data.overrideReason}`,
          );
    return text(
      `派单：主办单位${lead.zh}${help.zh}${why.zh}`,
      `Dispatched to ${lead.en} as lead unit${help.en}${why.en}`,
    );
  },
  SignedFor(data, names) {
    const unit = names.unit(data.unit);
    return text(`${unit.zh}签收`, `${unit.en} signed for it`);
  },
  Objected(data, names) {
    const unit = names.unit(data.unit);
    const basis = names.objectionBasis(data.basis);
    return text(
      `${unit.zh}提出派单异议（${basis.zh}）：${data.reason}`,
      `${unit.en} objected (${basis.en}): ${data.reason}`,
    );
  },
  ObjectionDecided(data) {
    if (!data.upheld)
      return text(
        `派单异议不成立，由原单位办理：${data.reason}`,
        `The objection was refused; the order stands: ${data.reason}`,
      );
    return data.rulingNeeded
      ? text(
          `派单异议成立，退单次数已满，须作派单裁定：${data.reason}`,
          `The objection was upheld; no more returns are allowed, an allocation ruling follows: ${data.reason}`,
        )
      : text(
          `派单异议成立，退单重派：${data.reason}`,
          `The objection was upheld and the order returned: ${data.reason}`,
        );
  },
  InterimOwnerFixed(data, names) {
    const unit = names.unit(data.unit);
    return text(
      `派单异议逾期未处理，先由${unit.zh}办理`,
      `The objection was not decided in time; ${unit.en} acts meanwhile`,
    );
  },
  AllocationRuled(data, names) {
    const lead = names.unit(data.lead);
    const help = assisted(data.assisting, names);
    return text(
      `派单裁定：指定${lead.zh}承办${help.zh}，不得再退。理由：${data.reason}`,
      `Allocation ruling: ${lead.en} is designated${help.en === '' ? '' : `${help.en},`} and may not return it. Reason: ${data.reason}`,
    );
  },
};
