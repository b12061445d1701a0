import { petitionClockWords } from '../../contract/petition-words.ts';
import type { PetitionDates, PetitionDatesQuery } from '../../contract/petitions.ts';
import { datesOf } from '../../core/petition/dates.ts';
import { lawFor } from '../../core/petition/scene.ts';
import { durationWords } from '../../core/time/duration.ts';
import type { Setting } from '../cases/reading.ts';
import { Refused } from '../problem.ts';
import { iso } from '../route.ts';

const at = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));

/** 时限计算: the due dates of any petition by the law in force, each with its article and why. */
export function petitionDates(query: PetitionDatesQuery, setting: Setting): PetitionDates {
  const lawful = lawFor(setting.institution, { status: 'none' }, setting.now);
  if (lawful === null) throw new Refused('petition.not-offered');
  const { petition, calendar, law } = lawful;
  const kind = petition.kinds.find(({ code }) => code === query.kind);
  if (kind === undefined) throw new Refused('petition.unknown-kind', { petitionKind: query.kind });
  const kinds = petition.kinds.map(({ code, name }) => ({ code, name }));
  const channel = law.channels.find(({ code }) => code === petition.channels[kind.code]);
  if (kind.way !== 'handle' && channel !== undefined) {
    const { name, nextPath } = channel;
    return { kinds, elsewhere: { name, nextPath, citation: kind.citation }, rows: [] };
  }
  const from = at(query.hearingFrom);
  const to = at(query.hearingTo);
  const known = {
    received: at(query.received),
    routed: at(query.routed),
    accepted: at(query.accepted),
    extension:
      query.extension === 0
        ? undefined
        : { ...petition.limits.extension.duration, n: query.extension },
    delivered: at(query.delivered),
    reviewAsked: at(query.reviewAsked),
    reviewDelivered: at(query.reviewDelivered),
    reReviewAsked: at(query.reReviewAsked),
    hearings: from !== undefined && to !== undefined && from < to ? [{ from, to }] : [],
  };
  return {
    kinds,
    elsewhere: null,
    rows: datesOf(known, { law: petition, calendar }).map(
      ({ limit, from: counted, citation, duration, due }) => ({
        limit,
        name: petitionClockWords[limit as keyof typeof petitionClockWords],
        lasts: { zh: durationWords(duration, 'zh'), en: durationWords(duration, 'en') },
        citation,
        from: counted,
        due:
          due === null
            ? null
            : {
                startedAt: iso(due.startedAt),
                at: iso(due.at),
                because: due.why,
                provisional: due.provisional,
              },
      }),
    ),
  };
}
