import { supportZh } from './support.zh.ts';
import { whistleZh } from './whistle.zh.ts';

/** 事项之外各过程的用语。 */
export const processesZh = {
  screen: {
    whistles: '哨板',
    whistle: '吹哨',
    ...supportZh.screen,
  },
  screens: { ...whistleZh.screens, ...supportZh.screens },
  field: { ...whistleZh.field, ...supportZh.field },
};
