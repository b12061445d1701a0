import type { ErrorCatalogue } from '../errors.ts';
import { allocationErrors } from './allocation.ts';
import { answerErrors } from './answer.ts';
import { apiErrors } from './api.ts';
import { callbackErrors } from './callback.ts';
import { caseErrors } from './case.ts';
import { clockErrors } from './clock.ts';
import { engineErrors } from './engine.ts';
import { institutionErrors } from './institution.ts';
import { petitionErrors } from './petition.ts';
import { relayErrors } from './relay.ts';
import { reportErrors } from './report.ts';
import { retentionErrors } from './retention.ts';
import { secrecyErrors } from './secrecy.ts';
import { sponsorshipErrors } from './sponsorship.ts';
import { supportErrors } from './support.ts';
import { unitErrors } from './unit.ts';
import { whistleErrors } from './whistle.ts';

/** Every code of every process and door. */
export const catalogue: ErrorCatalogue = {
  ...apiErrors,
  ...engineErrors,
  ...caseErrors,
  ...retentionErrors,
  ...allocationErrors,
  ...clockErrors,
  ...answerErrors,
  ...institutionErrors,
  ...whistleErrors,
  ...callbackErrors,
  ...petitionErrors,
  ...sponsorshipErrors,
  ...supportErrors,
  ...unitErrors,
  ...secrecyErrors,
  ...relayErrors,
  ...reportErrors,
};
