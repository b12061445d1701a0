import type { Blocked } from '../../core/sponsorship/state.ts';
import type { Text } from '../../core/text.ts';
import type { Setting } from '../cases/reading.ts';

/** What shows the block, in a sentence. */
export function evidenceOf(blocked: Blocked, { names }: Pick<Setting, 'names'>): Text {
  switch (blocked.kind) {
    case 'RULED':
      return {
        zh: `第 ${blocked.order} 次派单经裁定，事项仍未办结。`,
        en: `Order ${blocked.order} was ruled on, and the case is still open.`,
      };
    case 'WHISTLE_ESCALATED':
      return {
        zh: '就此事的吹哨已办结，结论为须上报。',
        en: 'A whistle about it was concluded as beyond all who came.',
      };
    case 'CLOCK': {
      const [clock, due] = [names.clock(blocked.clock), names.moment(blocked.dueAt)];
      return {
        zh: `“${clock.zh}”${due.zh}到期，至今未完成。`,
        en: `“${clock.en}” was due ${due.en} and is still owed.`,
      };
    }
    case 'NO_POWER': {
      const power = names.power(blocked.power);
      return {
        zh: `此类事项所需的“${power.zh}”，当地没有单位行使。`,
        en: `Nobody there holds “${power.en}”, which such a matter needs.`,
      };
    }
    case 'ASKED': {
      const powers = blocked.powers.map((power) => names.power(power));
      return {
        zh: `缺少${powers.map(({ zh }) => `“${zh}”`).join('、')}；已经：${blocked.tried.join('；')}。`,
        en: `Lacks ${powers.map(({ en }) => `“${en}”`).join(', ')}; tried: ${blocked.tried.join('; ')}.`,
      };
    }
  }
}
