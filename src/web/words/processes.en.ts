import { petitionEn } from './petition.en.ts';
import { sponsorshipEn } from './sponsorship.en.ts';
import { supportEn } from './support.en.ts';
import { whistleEn } from './whistle.en.ts';

/** The words of the processes beside the case. */
export const processesEn = {
  screen: {
    whistles: 'Whistles',
    whistle: 'Whistle',
    petitions: 'Petitions',
    petition: 'Petition',
    petitionDates: 'Petition dates',
    ...supportEn.screen,
    ...sponsorshipEn.screen,
  },
  screens: {
    ...whistleEn.screens,
    ...supportEn.screens,
    ...petitionEn.screens,
    ...sponsorshipEn.screens,
  },
  field: { ...whistleEn.field, ...supportEn.field, ...petitionEn.field, ...sponsorshipEn.field },
};
