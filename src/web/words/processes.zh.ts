import { petitionZh } from './petition.zh.ts';
import { sponsorshipZh } from './sponsorship.zh.ts';
import { supportZh } from './support.zh.ts';
import { whistleZh } from './whistle.zh.ts';

/** 事项之外各过程的用语。 */
export const processesZh = {
  screen: {
    whistles: '哨板',
    whistle: '吹哨',
    petitions: '信访台',
    petition: '信访事项',
    petitionDates: '信访期限计算',
    ...supportZh.screen,
    ...sponsorshipZh.screen,
  },
  screens: {
    ...whistleZh.screens,
    ...supportZh.screens,
    ...petitionZh.screens,
    ...sponsorshipZh.screens,
  },
  field: { ...whistleZh.field, ...supportZh.field, ...petitionZh.field, ...sponsorshipZh.field },
};
