import { z } from 'zod';
import { ContactDetails } from '../../contract/cases.ts';
import { LookRequest, PersonalField, PersonalView } from '../../contract/personal.ts';
import { type Identity, seesIdentity } from '../../core/case/reach.ts';
import type { Sealed } from '../../core/process.ts';
import { openTexts } from '../../engine/open.ts';
import { lookOf } from '../cases/looks.ts';
import { readsOwnWords, some } from '../cases/policy.ts';
import { type Reading, readCase } from '../cases/reading.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { problems, readerIn } from '../route.ts';

const Params = z.object({ id: z.string().max(64), field: PersonalField });
type Seen = z.infer<typeof PersonalView>;

/**
 * Looking at who the person is: an act of its own, for a stated purpose, logged before it is
 * answered, and visible to the person.
 */
export function personalRoutes(api: Api, parts: ApiParts): void {
  api.post(
    '/cases/:id/personal/:field',
    {
      schema: {
        tags: ['cases'],
        summary: '查看个人信息 · Look at a personal field, for a purpose',
        params: Params,
        body: LookRequest,
        response: { 200: PersonalView, ...problems(400, 401, 403, 404, 410, 415) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { id, field } = request.params;
      const reading = await readCase(parts, reader, id);
      const looking = { parts, reader, reading, purpose: request.body.purpose };
      return field === 'contact' ? contactSeen(looking) : placeSeen(looking);
    },
  );
}

interface Looking {
  readonly parts: ApiParts;
  readonly reader: Reader;
  readonly reading: Reading;
  readonly purpose: string;
}

async function contactSeen(looking: Looking): Promise<Seen> {
  const { contact } = looking.reading.state;
  const identity = identityFor(looking);
  if (identity === null) throw new Refused('api.no-such-purpose');
  if (contact === null) return { contact: null, placeDetail: null };
  const details = ContactDetails.parse(JSON.parse(await opened(looking, contact, 'contact')));
  const { name: _, ...reach } = details;
  return { contact: identity === 'all' ? details : reach, placeDetail: null };
}

/** The furthest that any of the reader's posts sees. */
function identityFor({ reader, reading }: Looking): Identity {
  const { state, institution, now } = reading;
  const sees = (degree: Identity) =>
    some(reader, institution, now, (post, by) => seesIdentity(post, state, by) === degree);
  if (sees('all')) return 'all';
  return sees('relay') ? 'relay' : null;
}

async function placeSeen(looking: Looking): Promise<Seen> {
  const { reader, reading } = looking;
  const { state, institution, now } = reading;
  if (!some(reader, institution, now, (post, by) => readsOwnWords(post, state, by))) {
    throw new Refused('api.no-such-purpose');
  }
  const { detail } = state.place;
  return {
    contact: null,
    placeDetail: detail === null ? null : await opened(looking, detail, 'place'),
  };
}

async function opened(looking: Looking, sealed: Sealed, field: string): Promise<string> {
  const { parts, reader, reading, purpose } = looking;
  const look = lookOf(reader, reading, { sealed, field, purpose });
  const texts = await openTexts(parts, reader.tenant, reading.row.stream, [sealed], [look]);
  const text = texts.get(sealed.ref);
  if (text === undefined) throw new Refused('api.erased');
  return text;
}
