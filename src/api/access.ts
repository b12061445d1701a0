import { callbackBodies } from '../contract/callbacks.ts';
import { actBodies } from '../contract/cases.ts';
import { institutionBodies } from '../contract/institution.ts';
import { petitionBodies } from '../contract/petitions.ts';
import { deskKeyBodies, reportBodies } from '../contract/reports.ts';
import { retentionBodies } from '../contract/retention.ts';
import { secrecyBodies } from '../contract/secrecy.ts';
import { sponsorshipBodies } from '../contract/sponsorships.ts';
import { supportBodies } from '../contract/supports.ts';
import { confirmationBodies } from '../contract/unit.ts';
import { whistleBodies } from '../contract/whistles.ts';
import type { Role } from '../core/process.ts';
import { EVERYBODY } from './roles.ts';

/**
 * Who may call a route at all. `public`: without a session. `process`: anybody signed in may ask,
 * and the process answers by its own table (`access.ts` in its folder), which alone decides acts.
 */
export type Access = 'public' | 'process' | ReadonlySet<Role>;

const only = (...roles: readonly Role[]): Access => new Set(roles);

/** Who sees matters at all; which ones is the policy of `cases`. */
const READERS = only(
  'intake_agent',
  'dispatcher',
  'unit_handler',
  'office_head',
  'unit_head',
  'arbiter',
  'supervisor',
  'callback_agent',
  'sponsor',
  'liaison',
  'auditor',
);

/** Whoever works on matters: readers without the auditor, who owes nothing and triages nothing. */
const WORK = [
  'intake_agent',
  'dispatcher',
  'unit_handler',
  'office_head',
  'unit_head',
  'arbiter',
  'supervisor',
  'callback_agent',
  'sponsor',
  'liaison',
] as const;
const WORKERS = only(...WORK);

/** Who works with whistles or watches over them; a callback agent's sample knows none. */
const BOARD = only(
  'intake_agent',
  'dispatcher',
  'unit_handler',
  'office_head',
  'unit_head',
  'arbiter',
  'supervisor',
  'auditor',
);

/** Who offers, gives or watches over supports; a desk that dispatches has no part in one. */
const SUPPORTING = only(
  'intake_agent',
  'unit_handler',
  'office_head',
  'unit_head',
  'supervisor',
  'liaison',
  'auditor',
);
/** A sponsor reads those of the cases they sponsor, and keeps no list. */
const SUPPORTERS = only(
  'intake_agent',
  'unit_handler',
  'office_head',
  'unit_head',
  'supervisor',
  'sponsor',
  'liaison',
  'auditor',
);
/** Who may hold a seat in a sponsorship, work for it or watch over it. */
const SPONSORING = only(
  'dispatcher',
  'unit_handler',
  'office_head',
  'unit_head',
  'arbiter',
  'supervisor',
  'sponsor',
  'liaison',
  'auditor',
);

/** Who may have to reach the person; whether in this matter and now is the policy of `cases`. */
const REACHING = only(
  'intake_agent',
  'unit_handler',
  'office_head',
  'unit_head',
  'callback_agent',
  'sponsor',
  'liaison',
);

/** Who keeps what is over, agrees to holds, or watches over both. */
const ARCHIVE = only('archivist', 'supervisor', 'auditor');
/** Who keeps the institution's law and its staff. */
const KEEPERS = only('rule_editor', 'administrator');
/** Whoever receives, dispatches or handles, and so works in shifts. */
const SHIFTS = only('intake_agent', 'dispatcher', 'unit_handler', 'office_head', 'unit_head');

/**
 * Deny by default: a route that is not here cannot be registered, a role that is not in its cell is
 * turned away.
 */
export const access: Readonly<Record<string, Access>> = {
  'GET /api/openapi.json': 'public',
  'GET /api/demo/accounts': 'public',
  'POST /api/session': 'public',
  'GET /api/session': EVERYBODY,
  'DELETE /api/session': EVERYBODY,
  'PUT /api/session/post': EVERYBODY,
  'PUT /api/session/password': EVERYBODY,

  'POST /api/cases': 'process',
  ...Object.fromEntries(
    Object.keys(actBodies).map((act) => [`POST /api/cases/:id/${act}`, 'process' as const]),
  ),
  'GET /api/cases': READERS,
  'GET /api/cases/:id': READERS,
  'GET /api/cases/:id/proposal': only('intake_agent', 'dispatcher', 'arbiter', 'supervisor'),
  'GET /api/cases/:id/slip': SHIFTS,
  'GET /api/cases/:id/looks': only('unit_head', 'supervisor', 'auditor'),
  ...Object.fromEntries(
    Object.keys(secrecyBodies).map((act) => [
      `POST /api/cases/:id/secrecy/${act}`,
      'process' as const,
    ]),
  ),
  'POST /api/cases/:id/personal/:field': REACHING,
  'GET /api/cases/:id/calls': REACHING,
  'POST /api/cases/:id/calls': REACHING,
  'POST /api/cases/:id/calls/outcome': REACHING,

  'POST /api/whistles': 'process',
  ...Object.fromEntries(
    Object.keys(whistleBodies).map((act) => [`POST /api/whistles/:id/${act}`, 'process' as const]),
  ),
  'GET /api/whistles': BOARD,
  'GET /api/whistles/:id': BOARD,
  // Intake staff take a whistle down for the head who telephones.
  'GET /api/cases/:id/whistle-proposal': only(
    'intake_agent',
    'dispatcher',
    'unit_handler',
    'office_head',
    'unit_head',
  ),
  'GET /api/whistles/use': only('unit_head', 'supervisor', 'auditor'),
  'GET /api/whistles/ratings': only('unit_head', 'supervisor', 'auditor'),

  'GET /api/callbacks': only('callback_agent', 'supervisor', 'auditor'),
  'GET /api/callbacks/figures': only('unit_head', 'supervisor', 'auditor'),
  'GET /api/callbacks/:id': only('callback_agent', 'supervisor', 'auditor'),
  'POST /api/callbacks/:id/contact': only('callback_agent'),
  'GET /api/callbacks/:id/calls': only('callback_agent'),
  'POST /api/callbacks/:id/calls': only('callback_agent'),
  'POST /api/callbacks/:id/calls/outcome': only('callback_agent'),
  ...Object.fromEntries(
    Object.keys(callbackBodies).map((act) => [
      `POST /api/callbacks/:id/${act}`,
      'process' as const,
    ]),
  ),
  'POST /api/petitions': 'process',
  ...Object.fromEntries(
    Object.keys(petitionBodies).map((act) => [
      `POST /api/petitions/:id/${act}`,
      'process' as const,
    ]),
  ),
  'GET /api/petitions': BOARD,
  'GET /api/petitions/:id': BOARD,
  // Which day something falls due is the law, and nobody's matter.
  'GET /api/petitions/dates': EVERYBODY,
  'GET /api/cases/:id/petition-offer': only(
    'intake_agent',
    'dispatcher',
    'unit_handler',
    'office_head',
    'unit_head',
  ),
  'POST /api/supports': 'process',
  ...Object.fromEntries(
    Object.keys(supportBodies).map((act) => [`POST /api/supports/:id/${act}`, 'process' as const]),
  ),
  'GET /api/supports': SUPPORTING,
  'GET /api/supports/:id': SUPPORTERS,
  'GET /api/cases/:id/supports': SUPPORTERS,
  // Reports against officials are for the officers of the desk; an auditor sees its keys alone.
  'GET /api/reports': only('sealed_officer'),
  'POST /api/reports/:id/open': only('sealed_officer'),
  ...Object.fromEntries(
    Object.keys(reportBodies).map((act) => [
      `POST /api/reports/:id/${act}`,
      only('sealed_officer'),
    ]),
  ),
  'GET /api/desk-keys': only('sealed_officer', 'auditor'),
  'POST /api/desk-keys': only('sealed_officer'),
  ...Object.fromEntries(
    Object.keys(deskKeyBodies).map((act) => [
      `POST /api/desk-keys/:id/${act}`,
      only('sealed_officer', 'auditor'),
    ]),
  ),
  'POST /api/sponsorships': 'process',
  ...Object.fromEntries(
    Object.keys(sponsorshipBodies).map((act) => [
      `POST /api/sponsorships/:id/${act}`,
      'process' as const,
    ]),
  ),
  'GET /api/sponsorships': SPONSORING,
  'GET /api/sponsorships/:id': SPONSORING,
  'GET /api/sponsorships/desk': only(
    'unit_handler',
    'office_head',
    'unit_head',
    'sponsor',
    'liaison',
  ),
  'GET /api/sponsorships/displaced': only('unit_head', 'sponsor', 'supervisor', 'auditor'),
  'GET /api/sponsorships/:id/candidates': only(
    'unit_handler',
    'office_head',
    'unit_head',
    'sponsor',
  ),
  'GET /api/cases/:id/sponsorship-choices': only('unit_handler', 'office_head', 'unit_head'),

  'GET /api/live': READERS,
  'GET /api/acts': only(...WORK, 'archivist'),
  // Sheets of the system above are taken in, and go back, from a dispatcher's desk.
  'GET /api/orders/books': only('dispatcher'),
  'GET /api/orders': only('dispatcher'),
  'POST /api/orders/preview': only('dispatcher'),
  'POST /api/orders/import': only('dispatcher'),
  'POST /api/orders/replies': only('dispatcher'),
  'POST /api/orders/told': only('dispatcher'),
  'GET /api/confirmations': WORKERS,
  ...Object.fromEntries(
    Object.keys(confirmationBodies).map((act) => [
      `POST /api/confirmations/:id/${act}`,
      'process' as const,
    ]),
  ),
  'GET /api/retention': ARCHIVE,
  'GET /api/retention/:id': ARCHIVE,
  'POST /api/retention/:id/package': only('archivist'),
  ...Object.fromEntries(
    Object.keys(retentionBodies).map((act) => [
      `POST /api/retention/:id/${act}`,
      'process' as const,
    ]),
  ),
  'GET /api/handover': SHIFTS,
  'POST /api/handover/notes': SHIFTS,
  'GET /api/unit/seats': only('unit_handler', 'office_head', 'unit_head'),
  'GET /api/week': only('unit_head', 'arbiter', 'supervisor'),
  'GET /api/precedents': READERS,
  'GET /api/institution': EVERYBODY,
  ...Object.fromEntries(
    Object.keys(institutionBodies).map((act) => [
      `POST /api/institution/${act}`,
      'process' as const,
    ]),
  ),
  // A file is read before the process sees it, and by nobody who may not publish it.
  'POST /api/institution/publish-calendar': only('rule_editor'),
  'POST /api/institution/propose-rulebook': only('rule_editor'),
  'POST /api/institution/approve-rulebook': only('rule_editor'),
  'POST /api/institution/change-staff': only('administrator'),
  'GET /api/institution/tables': KEEPERS,
  'POST /api/institution/tables/preview': KEEPERS,
  'GET /api/rulebook/versions': KEEPERS,
  'GET /api/rulebook/differences': KEEPERS,
  'GET /api/rulebook': EVERYBODY,
  'GET /api/rulebook/duties': EVERYBODY,
  'GET /api/parked': only('supervisor', 'auditor', 'administrator'),
};
