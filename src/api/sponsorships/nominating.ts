import type { NominationChoices } from '../../contract/sponsorships.ts';
import { holdsPower } from '../../core/authority/power.ts';
import { ancestorsOf, chainOf } from '../../core/authority/units.ts';
import { isOpen } from '../../core/case/state.ts';
import type { Post } from '../../core/process.ts';
import { blocksOf } from '../../core/sponsorship/blocked.ts';
import { endOf } from '../../core/sponsorship/nominating.ts';
import { lawFor } from '../../core/sponsorship/scene.ts';
import { capOf, mayBeLead, ownersOf } from '../../core/sponsorship/seats.ts';
import type { Reading, Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { barredFrom } from '../recusal.ts';
import { refusalWords } from '../refusal.ts';
import { isoOrNull } from '../route.ts';
import { postView } from '../session/presenter.ts';
import { powerView } from '../whistles/view.ts';
import { evidenceOf } from './evidence.ts';
import { rowsFor, takenBy } from './load.ts';
import { sponsorshipsOf } from './reading.ts';

type Candidates = NominationChoices['sponsors'];

/**
 * What a nomination from this case can rest on now, and who might take each seat, in the order of
 * their logins: what a leader has in hand stands beside them, and nobody is put before another.
 */
export async function nominationChoices(
  parts: ApiParts,
  reader: Reader,
  reading: Reading,
): Promise<NominationChoices> {
  const { state, institution, now, names, law } = reading;
  const lawful = lawFor(institution, { status: 'none' }, now);
  const live = state.sponsorships.some(({ stage }) => stage !== 'ended' && stage !== 'following');
  const code =
    lawful === null
      ? 'sponsorship.not-offered'
      : live
        ? 'sponsorship.already-open'
        : isOpen(state)
          ? null
          : 'sponsorship.case-ended';
  if (lawful === null || code !== null || !isOpen(state)) {
    const params = { case: reading.row.stream, status: state.status };
    const refusal = { code: code ?? 'sponsorship.case-ended', params };
    const [zh, en] = [refusalWords(refusal, names, 'zh'), refusalWords(refusal, names, 'en')];
    const why = { zh: `${zh.what}${zh.next}`, en: `${en.what} ${en.next}` };
    return { why, blocked: [], lacking: [], sponsors: [], leads: [], liaisons: [] };
  }
  const own = reader.post.unit;
  const place = state.place.unit;
  const above = ancestorsOf(law.rulebook, own).map(({ id }) => id);
  const owners = ownersOf(law.rulebook, state, now);
  const near = chainOf(law.rulebook, place).map(({ id }) => id);
  const { sponsorship } = lawful;
  return {
    why: null,
    blocked: blocksOf(institution, state, now, sponsorship).map((one) => ({
      kind: one.kind,
      evidence: evidenceOf(one, reading),
    })),
    lacking: law.rulebook.powers
      .filter(({ id }) => holdsPower(institution, own, id, now, { place }) === null)
      .map(({ id }) => powerView(id, reading)),
    sponsors: await leaders(
      parts,
      reader,
      reading,
      (post) => post.role === 'sponsor' && above.includes(post.unit),
      (post) => capOf(sponsorship, post.unit),
    ),
    leads: await holders(
      parts,
      reader,
      reading,
      (post) => mayBeLead(sponsorship, { account: null, post }) && owners.includes(post.unit),
    ),
    liaisons: await holders(
      parts,
      reader,
      reading,
      (post) => post.role === 'liaison' && near.includes(post.unit),
    ),
  };
}

/** Seats by login: what is somebody's name is nowhere kept. */
async function accountsWith(parts: ApiParts, reader: Reader, fits: (post: Post) => boolean) {
  const all = await parts.accounts.list(reader.tenant);
  return all
    .filter(({ disabled }) => !disabled)
    .flatMap(({ id, login, posts }) =>
      posts.filter(fits).map((post) => ({ account: id, login, post })),
    )
    .toSorted((a, b) => (a.login < b.login ? -1 : 1));
}

export async function holders(
  parts: ApiParts,
  reader: Reader,
  { institution, now }: Setting,
  fits: (post: Post) => boolean,
): Promise<Candidates> {
  const found = await accountsWith(parts, reader, fits);
  return found.map(({ login, post }) => ({
    login,
    post: postView(institution, post, now),
    load: null,
    inHand: [],
  }));
}

/** Leaders, with what a new case would stand beside; titles only where the reader may know them. */
export async function leaders(
  parts: ApiParts,
  reader: Reader,
  reading: Setting,
  fits: (post: Post) => boolean,
  cap: (post: Post) => number,
): Promise<Candidates> {
  const found = await accountsWith(parts, reader, fits);
  const taken = await takenBy(
    parts,
    reader,
    found.map(({ account }) => account),
  );
  const ids = [...taken.values()].flat();
  const states = await sponsorshipsOf(parts, reader, ids);
  const barred = await barredFrom(parts, reader, reading, ids);
  const own = new Set((await rowsFor(parts, reader, reader.post.unit)).map(({ stream }) => stream));
  return found.map(({ account, login, post }) => {
    const held = taken.get(account) ?? [];
    return {
      login,
      post: postView(reading.institution, post, reading.now),
      load: { live: held.length, cap: cap(post) },
      inHand: held.flatMap((id) => {
        const state = states.get(id)?.state;
        if (state === undefined) return [];
        const known = own.has(id) && !barred.has(id);
        return [{ title: known ? state.title : null, endsAt: isoOrNull(endOf(state)) }];
      }),
    };
  });
}
