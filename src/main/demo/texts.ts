import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readYaml } from '../../engine/yaml/read.ts';

const FILE = new URL('./texts.yaml', import.meta.url);

const text = z.string().min(1);
const lang = z.enum(['zh', 'en']);
const some = z.array(text).min(1);

/** A quarrel about whose matter it is, each side with its words. */
const dispute = z.strictObject({
  /** What the first lead objects with. */
  basis: text,
  reason: text,
  upheld: text,
  refused: text,
  /** Where the desk sends it next, and why. */
  second: text,
  override: text,
  secondBasis: text,
  secondReason: text,
  secondUpheld: text,
  /** Whom the panel names, each unit's position and the written reason. */
  ruled: text,
  positions: z.record(text, text),
  ruling: text,
});

const matter = z.strictObject({
  id: text,
  lang,
  category: text,
  kind: z.enum(['consult', 'help', 'complaint', 'suggestion']),
  title: text,
  /** `{n}` and `{m}` become small numbers. */
  words: text,
  detail: text,
  /** What a unit may say came of it, and its reply. */
  replies: z
    .strictObject({
      FIXED: text.optional(),
      PARTLY: text.optional(),
      INFO_GIVEN: text.optional(),
      EXPLAINED_CANNOT: z.strictObject({ text, again: text, citation: text }).optional(),
    })
    .default({}),
  /** A question that can be answered at once. */
  answer: text.optional(),
  /** Belongs to another lawful path. */
  channel: text.optional(),
  /** An emergency line comes first. */
  emergency: text.optional(),
  dispute: dispute.optional(),
});

const phrases = z.strictObject({
  /** What for the telephone number is opened: to speak about the matter, to ask whether it is solved. */
  ringing: text,
  asking: text,
  contacted: some,
  summary: some,
  message: some,
  missed: some,
  remind: some,
  supervise: some,
  extension: some,
  granted: some,
  refused: some,
  yes: some,
  partly: some,
  no: some,
  dissent: some,
  withdraw: some,
  added: some,
  reopen: some,
  joined: some,
  parted: some,
  /** What is said around a whistle, by those who call and those who are called. */
  whistle: z.strictObject({
    tried: some,
    override: text,
    declined: text,
    objection: text,
    supervised: text,
    action: text,
    notMine: text,
    stoodDown: text,
    step: text,
    finished: text,
    concluded: text,
    filed: text,
    came: some,
    called: some,
  }),
  /** What is written around a support: to the person, and of what was shown and given. */
  support: z.strictObject({ offer: text, how: text, evidence: text }),
  /** What is said and written while a leader has a matter, each unit's part by the unit. */
  sponsorship: z.strictObject({
    tried: some,
    reason: text,
    grounds: text,
    briefed: text,
    met: text,
    metWords: text,
    visited: text,
    mandate: text,
    needs: z.array(z.strictObject({ kind: text, text })).min(1),
    agenda: text,
    positions: z.record(text, text),
    decision: text,
    dissent: z.strictObject({ unit: text, text }),
    promises: z.record(text, text),
    kept: text,
    steps: z.strictObject({ first: text, second: text }),
    finished: text,
    extension: text,
    offer: text,
  }),
});

const file = z.strictObject({
  /** Stands before every request's words and title. */
  mark: z.strictObject({ zh: text, en: text }),
  phrases: z.strictObject({ zh: phrases, en: phrases }),
  matters: z.array(matter).min(1),
});

export type Texts = z.infer<typeof file>;
export type Matter = z.infer<typeof matter>;
export type Dispute = z.infer<typeof dispute>;
export type Phrases = z.infer<typeof phrases>;

/** What the invented people of the demonstration say, and what they are told. */
export const demoTexts = (): Texts =>
  readYaml('src/main/demo/texts.yaml', readFileSync(FILE, 'utf8'), file).value;
