import type { ConfirmationView } from '../../contract/unit.ts';
import { postsOf } from '../../core/authority/posts.ts';
import { type CaseEvent, caseProcess } from '../../core/case/index.ts';
import { narrate } from '../../core/case/narrate/narrate.ts';
import { confirmation } from '../../core/confirmation/index.ts';
import type { Awaited, ConfirmationState } from '../../core/confirmation/state.ts';
import type { PetitionEvent } from '../../core/petition/events.ts';
import { petitionProcess } from '../../core/petition/index.ts';
import { narrate as narratePetition } from '../../core/petition/narrate.ts';
import type { Recorded } from '../../core/process.ts';
import type { SponsorshipEvent } from '../../core/sponsorship/events.ts';
import { sponsorshipProcess } from '../../core/sponsorship/index.ts';
import { narrate as narrateSponsorship } from '../../core/sponsorship/narrate.ts';
import type { SupportEvent } from '../../core/support/events.ts';
import { supportProcess } from '../../core/support/index.ts';
import { narrate as narrateSupport } from '../../core/support/narrate.ts';
import type { Text } from '../../core/text.ts';
import type { WhistleEvent } from '../../core/whistle/events.ts';
import { whistleProcess } from '../../core/whistle/index.ts';
import { narrate as narrateWhistle } from '../../core/whistle/narrate.ts';
import type { Act } from '../../engine/ports.ts';
import { type AnyProcess, readEvent, replay } from '../../engine/upcast.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { barredFrom } from '../recusal.ts';
import { iso } from '../route.ts';
import { postView } from '../session/presenter.ts';

/** A leader's list is read at one sitting; whoever has more confirms these first. */
const MOST = 100;

/** What awaits the word of the reader's posts: theirs to confirm, or a contest to look into. */
export async function awaitingOf(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
): Promise<ConfirmationView[]> {
  const posts = postsOf(setting.institution, reader.post, setting.now);
  const filter = { posts, acts: ['confirmation.confirm', 'confirmation.note-contest'] };
  const { rows } = await parts.queries.acts(reader.tenant, filter, MOST, null);
  const streams = rows.map(({ stream }) => stream);
  const barred = await barredFrom(parts, reader, setting, streams);
  const known = rows.filter(({ stream }) => !barred.has(stream));
  const views = await Promise.all(known.map((row) => viewOf(parts, reader, setting, row)));
  return views.flatMap((view) => view ?? []);
}

async function viewOf(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
  { stream, version }: Pick<Act, 'stream' | 'version'>,
): Promise<ConfirmationView | null> {
  const events = await parts.store.events(reader.tenant, stream);
  const state = replay(confirmation as AnyProcess, events) as ConfirmationState;
  if (state.status === 'none') return null;
  const { names, institution, now } = setting;
  return {
    id: stream,
    version,
    status: state.status,
    case: state.about,
    title: state.title,
    placeName: names.unit(state.place),
    sentence: await sentenceOf(parts, reader, setting, state),
    post: postView(institution, state.post, now),
    by: postView(institution, state.by.post, now),
    enteredAt: iso(state.enteredAt),
    reason: 'contest' in state ? state.contest.reason : null,
  };
}

/** How each process tells its own acts. */
const TELLERS: Readonly<Record<string, (event: Recorded, names: Setting['names']) => Text>> = {
  [caseProcess.name]: (event, names) => narrate(event as Recorded<CaseEvent>, names),
  [whistleProcess.name]: (event, names) => narrateWhistle(event as Recorded<WhistleEvent>, names),
  [petitionProcess.name]: (event, names) =>
    narratePetition(event as Recorded<PetitionEvent>, names, petitionProcess.initial),
  [supportProcess.name]: (event, names) => narrateSupport(event as Recorded<SupportEvent>, names),
  [sponsorshipProcess.name]: (event, names) =>
    narrateSponsorship(event as Recorded<SponsorshipEvent>, names),
};

/** What was entered, as the matter's own page tells it; nothing the person said is in it. */
async function sentenceOf(
  { store }: ApiParts,
  { tenant }: Reader,
  { names }: Setting,
  { process, stream, version }: Awaited,
): Promise<Text | null> {
  const tell = TELLERS[process];
  const all = [caseProcess, whistleProcess, petitionProcess, supportProcess, sponsorshipProcess];
  const of = all.find(({ name }) => name === process);
  if (tell === undefined || of === undefined) return null;
  const row = (await store.events(tenant, stream)).find((event) => event.version === version);
  return row === undefined ? null : tell(readEvent(of as AnyProcess, row), names);
}
