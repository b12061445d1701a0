import { z } from 'zod';
import { actBodies, actRequest, type CaseAct, Register } from '../../contract/cases.ts';
import { type InstitutionAct, institutionBodies } from '../../contract/institution.ts';
import { sponsorshipActWords } from '../../contract/sponsorship-words.ts';
import {
  Nominate,
  type SponsorshipAct,
  sponsorshipBodies,
  sponsorshipRequest,
} from '../../contract/sponsorships.ts';
import { supportActWords } from '../../contract/support-words.ts';
import {
  OfferSupport,
  type SupportAct,
  supportBodies,
  supportRequest,
} from '../../contract/supports.ts';
import { whistleActWords } from '../../contract/whistle-words.ts';
import {
  Propose,
  type WhistleAct,
  whistleBodies,
  whistleRequest,
} from '../../contract/whistles.ts';
import { actWords, institutionActWords } from '../../contract/words.ts';
import type { Text } from '../../core/text.ts';

/** What somebody may do in a story: its words, and what it sends, without what the player knows. */
export interface StoryAct {
  readonly name: Text;
  readonly body: z.ZodType;
}

const t = (zh: string, en: string): Text => ({ zh, en });

/** Everything the page must have said to whoever opens it. */
const Reading = z.strictObject({ finds: z.array(z.string().min(1)).min(1) });

const strict = (schema: z.ZodObject): z.ZodType => schema.omit({ expectedVersion: true }).strict();

/** Which of the story's supports: the name that its offer gave it. */
const named = { support: z.string().min(1) };

/** The acts of the doors, under the names that stories give them: `case/reply`, `portal/follow`. */
export const STORY_ACTS: Readonly<Record<string, StoryAct>> = {
  'case/register': {
    name: actWords.register,
    body: Register.omit({ reportsOfficial: true }).strict(),
  },
  ...under('case', Object.keys(actBodies) as CaseAct[], (act) => ({
    name: actWords[act],
    body: strict(actRequest(act)),
  })),
  'whistle/propose': { name: whistleActWords.propose, body: Propose.omit({ case: true }).strict() },
  ...under('whistle', Object.keys(whistleBodies) as WhistleAct[], (act) => ({
    name: whistleActWords[act],
    body: strict(whistleRequest(act)),
  })),
  'whistle/open': { name: t('打开报到通知', 'Open the call-out'), body: Reading },
  'sponsorship/nominate': {
    name: sponsorshipActWords.nominate,
    body: Nominate.omit({ case: true }).strict(),
  },
  ...under('sponsorship', Object.keys(sponsorshipBodies) as SponsorshipAct[], (act) => ({
    name: sponsorshipActWords[act],
    body: strict(sponsorshipRequest(act)),
  })),
  'support/offer': {
    name: supportActWords.offer,
    body: OfferSupport.omit({ case: true, sponsorship: true }).extend(named).strict(),
  },
  ...under('support', Object.keys(supportBodies) as SupportAct[], (act) => ({
    name: supportActWords[act],
    body: strict(supportRequest(act).extend(named)),
  })),
  ...under('institution', Object.keys(institutionBodies) as InstitutionAct[], (act) => ({
    name: institutionActWords[act],
    body: institutionBodies[act].strict(),
  })),
  'portal/follow': { name: t('查看进度', 'Follow the matter'), body: Reading },
  'portal/verify': {
    name: t('回答是否解决', 'Say whether it is solved'),
    body: z.strictObject({
      solved: z.enum(['yes', 'partly', 'no', 'not_contacted']),
      heard: z.enum(['yes', 'no']),
      words: z.string().default(''),
    }),
  },
  'portal/supports': { name: t('查看帮扶', 'Read what is offered'), body: Reading },
  'portal/support': {
    name: t('答复帮扶', 'Answer an offer of support'),
    body: z.strictObject({
      ...named,
      say: z.enum(['consent', 'refuse', 'revoke', 'confirm-receipt', 'deny-receipt']),
    }),
  },
  'portal/plan': {
    name: t('答复包案中的询问', 'Agree to something of the sponsorship, or take it back'),
    body: z.strictObject({
      say: z.enum(['consent-identity', 'revoke-identity', 'consent-follow-up', 'revoke-follow-up']),
    }),
  },
  'portal/disagree': {
    name: t('写下不同意见', 'Disagree'),
    body: z.strictObject({ words: z.string().min(1) }),
  },
};

function under<Act extends string>(
  resource: string,
  acts: readonly Act[],
  one: (act: Act) => StoryAct,
): Record<string, StoryAct> {
  return Object.fromEntries(acts.map((act) => [`${resource}/${act}`, one(act)]));
}
