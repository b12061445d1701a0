import { callbackProcess } from './callback/index.ts';
import { caseProcess } from './case/index.ts';
import { confirmation } from './confirmation/index.ts';
import { deskKeyProcess } from './desk-key/index.ts';
import { institution } from './institution/index.ts';
import { petitionProcess } from './petition/index.ts';
import type { AnyProcess } from './process.ts';
import { relayProcess } from './relay/index.ts';
import { reportProcess } from './report/index.ts';
import { retentionProcess } from './retention/index.ts';
import { secrecyProcess } from './secrecy/index.ts';
import { shift } from './shift/index.ts';
import { sponsorshipProcess } from './sponsorship/index.ts';
import { supportProcess } from './support/index.ts';
import { whistleProcess } from './whistle/index.ts';

/** The processes of government this release knows. A new one is a new folder and a line here. */
export const processes = [
  caseProcess,
  whistleProcess,
  sponsorshipProcess,
  supportProcess,
  callbackProcess,
  petitionProcess,
  secrecyProcess,
  relayProcess,
  reportProcess,
  deskKeyProcess,
  retentionProcess,
  institution,
  confirmation,
  shift,
] as unknown as readonly AnyProcess[];
