import { callbackClockWords } from '../contract/callback-words.ts';
import {
  deliveryWords,
  letterWords,
  petitionClockWords,
  petitionVerdictWords,
  stageWords,
} from '../contract/petition-words.ts';
import { reportClockWords } from '../contract/report-words.ts';
import { retentionClockWords } from '../contract/retention-words.ts';
import {
  blockedWords,
  claimAnswerWords,
  hearingOutcomeWords,
  partyWords,
  seatWords,
  sponsorActKindWords,
  sponsorshipClockWords,
} from '../contract/sponsorship-words.ts';
import { supportClockWords } from '../contract/support-words.ts';
import {
  conclusionWords,
  modeWords,
  settlementWords,
  verdictWords,
  whistleClockWords,
  whistleKindWords,
} from '../contract/whistle-words.ts';
import {
  clockWords,
  intakeWords,
  kindWords,
  meansWords,
  outcomeWords,
  roleWords,
  solvedWords,
} from '../contract/words.ts';
import {
  calendarOf,
  type Institution,
  lawsFrom,
  rulebookAt,
} from '../core/authority/institution.ts';
import { officeNamed } from '../core/authority/offices.ts';
import { unit } from '../core/authority/units.ts';
import type { PetitionNames } from '../core/petition/narrate.ts';
import type { Instant, OfficeId, Post, Role, UnitId } from '../core/process.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { measureOf } from '../core/rulebook/supports.ts';
import type { SponsorshipNames } from '../core/sponsorship/narrate.ts';
import type { SupportNames } from '../core/support/narrate.ts';
import type { Text } from '../core/text.ts';
import type { Calendar } from '../core/time/calendar.ts';
import { momentWords } from '../core/time/words.ts';
import { zoneOf } from '../core/time/zone.ts';

/** What every process says, in the institution's own words. */
export type AllNames = SponsorshipNames & PetitionNames & SupportNames;

const asIs = (code: string): Text => ({ zh: code, en: code });

/** The law and calendar in force, which an institution that serves has. */
export interface Law {
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
}

export function lawAt(institution: Institution, at: Instant): Law {
  const rulebook = rulebookAt(institution, at) ?? institution.rulebooks[0];
  if (rulebook === undefined) throw new Error('the institution has no rulebook');
  return { rulebook, calendar: calendarOf(institution, rulebook) };
}

/** What an institution calls things under a law, with the last name for what only older ones knew. */
export function namesOf(institution: Institution, law: Law): AllNames {
  const { calendar, rulebook: inForce } = law;
  const at = inForce.effectiveFrom;
  const laws = lawsFrom(institution, at);
  const find = (pick: (rulebook: Rulebook) => Text | undefined, code: string): Text => {
    for (const rulebook of laws) {
      const found = pick(rulebook);
      if (found !== undefined) return found;
    }
    return asIs(code);
  };
  const coded = (
    list: (rulebook: Rulebook) => readonly { readonly code: string; readonly name: Text }[],
  ) => {
    return (code: string): Text =>
      find((rulebook) => list(rulebook).find((entry) => entry.code === code)?.name, code);
  };
  const zone = zoneOf(calendar.zone);
  const unitName = (id: UnitId): Text => unit(institution, id, at)?.name ?? asIs(id);
  const officeName = (id: OfficeId): Text => officeNamed(institution, id)?.name ?? asIs(id);
  return {
    unit: unitName,
    office: officeName,
    post: (post) => postName(post, unitName, officeName),
    category: coded(({ categories }) => categories),
    urgency: coded(({ urgencies }) => urgencies),
    channel: coded(({ channels }) => channels),
    objectionBasis: coded(({ objectionBases }) => objectionBases),
    suspensionReason: coded(({ suspensionReasons }) => suspensionReasons),
    clock: (id) => {
      const kind = id.replace(/-\d+$/, '');
      const petitions: Readonly<Record<string, Text>> = petitionClockWords;
      return (
        clockWords[kind] ??
        whistleClockWords[kind] ??
        callbackClockWords[kind] ??
        retentionClockWords[kind] ??
        petitions[kind] ??
        supportClockWords[kind] ??
        reportClockWords[kind] ??
        sponsorshipClockWords[kind] ??
        asIs(id)
      );
    },
    power: (id) => find(({ powers }) => powers.find((power) => power.id === id)?.name, id),
    rank: coded(({ ranks }) => ranks),
    ratingItem: coded(({ whistle }) => whistle?.rating.items ?? []),
    whistleKind: (code) => whistleKindWords[code as keyof typeof whistleKindWords] ?? asIs(code),
    settlement: (code) => settlementWords[code],
    conclusion: (code) => conclusionWords[code],
    mode: (code) => modeWords[code],
    verdict: (code) => verdictWords[code],
    petitionKind: coded(({ petition }) => petition?.kinds ?? []),
    petitionReason: coded(({ petition }) => petition?.reasons ?? []),
    stage: (code) => stageWords[code],
    petitionVerdict: (code) => petitionVerdictWords[code],
    letter: (code) => letterWords[code],
    delivery: (code) => deliveryWords[code],
    measure: (id) => find(({ supports }) => measureOf(supports, id)?.name, id),
    need: coded(({ support }) => support?.needs ?? []),
    condition: coded(({ support }) => support?.conditions ?? []),
    document: coded(({ support }) => support?.documents ?? []),
    blocked: (code) => blockedWords[code],
    seat: (code) => seatWords[code],
    sponsorAct: (code) => sponsorActKindWords[code],
    sponsorDuty: coded(({ sponsorship }) => sponsorship?.duties ?? []),
    claimAnswer: (code) => claimAnswerWords[code],
    party: (code) => partyWords[code],
    hearingOutcome: (code) => hearingOutcomeWords[code],
    kind: (code) => kindWords[code],
    intake: (code) => intakeWords[code],
    outcome: (code) => outcomeWords[code],
    solved: (code) => solvedWords[code],
    means: (code) => meansWords[code],
    moment: (at) => ({
      zh: momentWords(at, zone, 'zh', { ending: true }),
      en: momentWords(at, zone, 'en', { ending: true }),
    }),
  };
}

export function postName(
  { unit: id, role, office }: Post,
  unitName: (id: UnitId) => Text,
  officeName: (id: OfficeId) => Text = asIs,
): Text {
  const seat = seatName(role, office === undefined ? null : officeName(office));
  return { zh: `${unitName(id).zh}${seat.zh}`, en: `${seat.en}, ${unitName(id).en}` };
}

/** A seat inside its unit. An office's name says already that it is one. */
export function seatName(role: Role, office: Text | null): Text {
  const { zh, en } = roleWords[role];
  if (office === null) return { zh, en };
  const head = role === 'office_head' ? '负责人' : zh;
  return { zh: `${office.zh}${head}`, en: `${en}, ${office.en}` };
}
