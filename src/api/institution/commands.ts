import type { z } from 'zod';
import type {
  InstitutionAct,
  InstitutionDone,
  institutionBodies,
} from '../../contract/institution.ts';
import { samePost } from '../../core/authority/posts.ts';
import type { Post, ProcessCommand } from '../../core/process.ts';
import type { Account } from '../../engine/accounts.ts';
import { readCalendar } from '../../engine/calendar/read.ts';
import { enactCalendar, proposeRulebook, storedRulebook } from '../../engine/institution.ts';
import { readInstitution } from '../../engine/institutions.ts';
import type { DocumentRow } from '../../engine/ports.ts';
import { isChange, partChanges, tableChanges } from '../../engine/tables/changes.ts';
import { FileFault } from '../../engine/yaml/fault.ts';
import { settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound, Refused } from '../problem.ts';
import { staffChange } from './staff.ts';
import { readLaw, undone, withoutProblems } from './tables.ts';

type Body<Act extends InstitutionAct> = z.infer<(typeof institutionBodies)[Act]>;

interface Change {
  readonly command: ProcessCommand;
  readonly documents?: readonly DocumentRow[];
  /** What follows once the change is on record; its part of the answer. */
  readonly after?: () => Promise<Pick<InstitutionDone, 'passwords'>>;
}

/** A change from the wire as the process takes it: with an id, and instants as numbers. */
export async function changeOf(
  parts: ApiParts,
  reader: Reader,
  act: InstitutionAct,
  body: unknown,
): Promise<Change> {
  switch (act) {
    case 'stand-in': {
      await held(parts, reader, (body as Body<typeof act>).absent);
      return { command: { type: act, data: dated(parts, body as Body<typeof act>) } };
    }
    case 'delegate':
      return { command: { type: act, data: dated(parts, body as Body<typeof act>) } };
    case 'recuse': {
      const { login, ...data } = body as Body<'recuse'>;
      const account = await accountOf(parts, reader, login);
      return { command: { type: act, data: { ...data, id: parts.crypto.id(80), account } } };
    }
    case 'publish-calendar': {
      const { command, document } = calendarIn(parts, (body as Body<'publish-calendar'>).text);
      return { command, documents: [document] };
    }
    case 'propose-rulebook': {
      const { files, version, effectiveOn, evidence } = body as Body<typeof act>;
      const setting = await settingOf(parts, reader);
      const read = await readLaw(setting, files, { version, effectiveOn });
      withoutProblems(read.problems);
      const { base, rulebook, zone } = read;
      if (rulebook === null) throw new Error('a rulebook that cannot be read has problems');
      const tables = tableChanges(base, rulebook, zone);
      if (!tables.some(isChange) && partChanges(base, rulebook).length === 0) {
        throw new Refused('institution.no-change');
      }
      const from = { proposal: parts.crypto.id(80), evidence };
      const { command, document } = proposeRulebook(rulebook, parts.crypto.hash, from);
      return { command, documents: [document] };
    }
    case 'approve-rulebook': {
      const { proposal } = body as Body<typeof act>;
      await stillFits(parts, reader, proposal);
      return { command: { type: act, data: { proposal } } };
    }
    case 'change-staff':
      return await staffChange(parts, reader, body as Body<typeof act>);
    default:
      return { command: { type: act, data: body } };
  }
}

/** A stand-in takes a holder's place: nobody makes a post by standing in for it. */
async function held({ accounts }: ApiParts, { tenant }: Reader, absent: Post): Promise<void> {
  const all = await accounts.list(tenant);
  const holds = ({ disabled, posts }: Account) =>
    !disabled && posts.some((post) => samePost(post, absent));
  if (!all.some(holds)) throw new Refused('api.post-not-held');
}

function dated<Span extends { readonly validFrom: string; readonly validTo: string }>(
  { crypto }: ApiParts,
  { validFrom, validTo, ...data }: Span,
) {
  const span = { validFrom: Date.parse(validFrom), validTo: Date.parse(validTo) };
  return { ...data, id: crypto.id(80), ...span };
}

/** What passed when it was proposed may not fit what was handed on, or is checked, since. */
async function stillFits({ store, present }: ApiParts, { tenant }: Reader, id: string) {
  const { state } = await readInstitution(store, tenant);
  const proposals = state.status === 'lawful' ? state.proposals : [];
  const proposed = proposals.find(({ proposal, end }) => proposal === id && end === null);
  if (proposed === undefined) return;
  const [document] = await store.documents(tenant, [proposed.hash]);
  if (document === undefined) throw new Error(`no document ${proposed.hash}`);
  const rulebook = storedRulebook(JSON.parse(document.body));
  const { institution } = await present(tenant);
  withoutProblems(undone(rulebook, institution.delegations));
}

/** Only who may name another learns whether there is such a login. */
async function accountOf({ accounts }: ApiParts, reader: Reader, login: string | undefined) {
  if (login === undefined || login.toLowerCase() === reader.login.toLowerCase()) {
    return reader.account;
  }
  const account = await accounts.byLogin(reader.tenant, login);
  if (account === null && reader.post.role === 'supervisor') throw notFound();
  return account?.id ?? '';
}

function calendarIn({ crypto }: ApiParts, text: string) {
  try {
    return enactCalendar(readCalendar('calendar.yaml', text), crypto.hash);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new Refused('api.bad-file', {}, { problems: error.text });
  }
}
