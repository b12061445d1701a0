import type { CaseState, Known as KnownCase } from '../case/state.ts';
import type { StreamId } from '../process.ts';
import { refuse } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { LIVE, type PetitionState } from './state.ts';

/** 同一信访事项: one request has one petition at a time (article 19). */
export const sameMatter = (about: StreamId): string => `petition:${about}`;

/** Whether it stands in the way of another about the same request: until it is elsewhere or withdrawn. */
export const holdsMatter = (state: PetitionState): boolean =>
  state.status !== 'none' &&
  state.status !== 'handed-over' &&
  !(state.status === 'concluded' && state.ending === 'withdrawn');

/**
 * 登记: by the petition office, or by intake for it. A kind that is handed over unread leaves nothing
 * behind but that it was.
 */
export const register = rule('register', {
  from: ['none'],
  decide({ case: about, kind: code, number, representatives, words }, tell) {
    const { petition, law } = tell.law;
    const matter = tell.facts.others.get(about) as CaseState | undefined;
    if (matter === undefined || matter.status === 'none') {
      return refuse('petition.case-unknown', { case: about });
    }
    const kind = petition.kinds.find((one) => one.code === code);
    if (kind === undefined) return refuse('petition.unknown-kind', { petitionKind: code });
    const { most } = petition.representatives;
    if (representatives < 1) return refuse('petition.nobody-speaks');
    if (representatives > most) return refuse('petition.too-many-representatives', { most });
    const unread = kind.way === 'sealed';
    if (unread && (words !== null || number !== null)) return refuse('petition.words-not-kept');
    const { office } = petition;
    tell.say('PetitionRegistered', {
      case: about,
      kind: code,
      way: kind.way,
      number,
      office,
      receivedBy: tell.post.unit,
      ...matterOf(matter, unread),
      representatives,
      words,
      rulebook: { id: law.id, version: law.version },
    });
    if (number !== null) {
      const { system, number: its } = number;
      tell.alias({ kind: 'external', key: `petition/${system}:${its}` });
    }
    if (unread) return handOver(tell, null);
    tell.claim({
      op: 'take',
      name: sameMatter(about),
      limit: 1,
      full: refuse('petition.same-matter', { case: about }).refusal,
    });
    return tell.run('routing', office);
  },
});

const matterOf = ({ place, triage, title }: KnownCase, unread: boolean) => ({
  place: place.unit,
  category: unread ? null : (triage?.category ?? null),
  title: unread ? null : title,
});

/** Told in writing which way it goes by statute; the sixty days are not for it (article 31). */
export const handOverKind = rule('hand-over', {
  from: ['registered'],
  decide(_data, tell) {
    const { way, kind, office, case: about, letters } = tell.state;
    if (way === 'handle') return refuse('petition.handled-here', { petitionKind: kind });
    handOver(tell.meetKind('routing'), letters.length + 1);
    return tell.run('delivery', office).claim({ op: 'release', name: sameMatter(about) });
  },
});

function handOver(tell: Telling, letter: number | null): Telling {
  const { petition } = tell.law;
  const { kind: code } = tell.known;
  const kind = petition.kinds.find((one) => one.code === code);
  const channel = petition.channels[code];
  if (kind === undefined || channel === undefined) {
    throw new Error(`petition: the law names no channel for ${code}`);
  }
  return tell.say('HandedOver', { channel, citation: kind.citation, letter });
}

/** The person's own act, and nobody's for them (invariant 41). */
export const withdraw = rule('withdraw', {
  from: LIVE,
  decide({ words }, tell) {
    const { case: about } = tell.state;
    return tell
      .say('PetitionWithdrawn', { words })
      .dropAll('withdrawn')
      .say('PetitionConcluded', { ending: 'withdrawn' })
      .claim({ op: 'release', name: sameMatter(about) });
  },
});
