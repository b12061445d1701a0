import { supportEn } from './support.en.ts';
import { whistleEn } from './whistle.en.ts';

/** The words of the processes beside the case. */
export const processesEn = {
  screen: {
    whistles: 'Whistles',
    whistle: 'Whistle',
    ...supportEn.screen,
  },
  screens: { ...whistleEn.screens, ...supportEn.screens },
  field: { ...whistleEn.field, ...supportEn.field },
};
