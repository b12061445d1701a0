import { describe, expect, it } from 'vitest';
import { actBodies, type CaseAct } from '../../contract/cases.ts';
import { type PetitionAct, petitionBodies } from '../../contract/petitions.ts';
import { type SponsorshipAct, sponsorshipBodies } from '../../contract/sponsorships.ts';
import { type SupportAct, supportBodies } from '../../contract/supports.ts';
import { type WhistleAct, whistleBodies } from '../../contract/whistles.ts';
import { asked, bareAct, bodyOf, type Field, forms, missing, type Values } from './forms.ts';
import { petitionForms } from './petition-forms.ts';
import { sponsorshipBody, sponsorshipForms } from './sponsorship-forms.ts';
import { supportForms } from './support-forms.ts';
import { whistleForms } from './whistle-forms.ts';

const answers: Record<Field['ask']['kind'], unknown> = {
  line: 'line',
  long: 'some words',
  yesno: true,
  means: 'phone',
  solved: 'yes',
  reopening: 'new_facts',
  outcome: 'FIXED',
  office: 'works',
  seat: 'licun-handler',
  unit: 'housing',
  units: ['housing'],
  category: 'streetlight',
  urgency: 'ordinary',
  channel: 'police',
  clock: 'reply-1',
  suspension: 'force-majeure',
  basis: 'withdrawn',
  duration: '5wd',
  case: 'c1',
  panel: [{ unit: 'district', role: 'arbiter' }],
  positions: [{ unit: 'housing', position: 'not ours' }],
  number: 2,
  rank: 'section',
  mode: 'on-site',
  settlement: 'ACTION',
  conclusion: 'DONE',
  party: 'housing',
  texts: ['three visits'],
  calls: ['housing'],
  steps: [{ what: 'tidy up', owner: 'housing', power: null, dueAt: '2026-03-03T01:00:00Z' }],
  verdicts: { needed: 'yes' },
  instruction: { by: { unit: 'licang', role: 'unit_head' }, text: 'today' },
  condition: 'registered',
  bodies: ['housing'],
  body: 'housing',
  letter: 1,
  delivery: 'post',
  'petition-reason': 'accepted-elsewhere',
  'petition-verdict': 'SUPPORT',
  'sponsor-act': 'unblocked',
  duty: 'facts',
  partner: 'housing',
  member: 'housing',
  members: [{ unit: 'housing', power: null }],
  power: 'fine',
  powers: ['fine'],
  moment: '2026-03-03T01:00:00Z',
  told: 'portal',
  needs: [{ kind: 'income', text: 'no work' }],
  sitting: [{ unit: 'housing', position: ' yes ', dissent: ' not so ' }, { unit: 'works' }],
  commitments: [{ owner: 'housing', what: 'ask', dueAt: '2026-03-03T01:00:00Z' }, {}],
  parties: ['person'],
  'hearing-outcome': 'AGREED',
  'claim-answer': 'NOT_SUPPORT',
  'seat-name': 'lead',
  candidate: 'licang-sponsor',
};

const acts = Object.keys(actBodies) as CaseAct[];
const full = (act: CaseAct): Values =>
  Object.fromEntries(forms[act].fields.map((field) => [field.name, answers[field.ask.kind]]));

describe('from act to fields', () => {
  it.each(acts)('a filled form of %s is a body the contract takes', (act) => {
    const form = forms[act];
    const values = full(act);
    expect(missing(form, values)).toEqual([]);
    expect(actBodies[act].safeParse(bodyOf(form, values)).error).toBeUndefined();
  });

  it.each(acts)('an empty form of %s says what is missing whenever the contract would', (act) => {
    const form = forms[act];
    const accepted = actBodies[act].safeParse(bodyOf(form, {})).success;
    expect(missing(form, {}).length > 0).toBe(!accepted);
  });

  it('asks nothing the contract does not read', () => {
    for (const act of acts) {
      const read = Object.keys(actBodies[act].shape);
      for (const field of forms[act].fields) expect(read).toContain(field.name);
    }
  });

  it('asks what came of it only when the person was reached', () => {
    const names = (values: Values) => asked(forms.verify, values).map((field) => field.name);
    expect(names({ reached: false })).toEqual(['reached']);
    expect(names({ reached: true })).toEqual(['reached', 'solved', 'heard', 'words']);
  });

  it('leaves out an answer whose question was taken back', () => {
    expect(bodyOf(forms.verify, { reached: false, solved: 'yes' })).toEqual({ reached: false });
  });

  it('knows an act by its name in lists', () => {
    expect(bareAct('case.sign-for')).toBe('sign-for');
    expect(bareAct('sign-for')).toBe('sign-for');
  });
});

const whistleActs = Object.keys(whistleBodies) as WhistleAct[];
/** What an act of a whistle names by where it is opened from. */
const named = { callOut: 1, step: 1, unit: 'housing' };

describe('from an act of a whistle to fields', () => {
  it.each(whistleActs)('a filled form of %s is a body the contract takes', (act) => {
    const form = whistleForms[act];
    const values = Object.fromEntries(
      form.fields.map((field) => [field.name, answers[field.ask.kind]]),
    );
    expect(missing(form, values)).toEqual([]);
    const body = { ...named, ...bodyOf(form, values) };
    expect(whistleBodies[act].safeParse(body).error).toBeUndefined();
  });

  it('asks nothing the contract does not read, and decides by what it asks', () => {
    for (const act of whistleActs) {
      const { fields, decidedBy } = whistleForms[act];
      const read = Object.keys(whistleBodies[act].shape);
      for (const field of fields) expect(read).toContain(field.name);
      if (decidedBy) expect(fields.map(({ name }) => name)).toContain(decidedBy);
    }
  });

  it('asks why only where a whistle is not sent out', () => {
    expect(missing(whistleForms.screen, { issue: true })).toEqual([]);
    expect(missing(whistleForms.screen, { issue: false })).toMatchObject([{ name: 'reason' }]);
  });
});

describe('from an act of a support to fields', () => {
  it.each(Object.keys(supportBodies) as SupportAct[])('a filled form of %s is a body', (act) => {
    const form = supportForms[act];
    const values = Object.fromEntries(
      form.fields.map((field) => [field.name, answers[field.ask.kind]]),
    );
    expect(missing(form, values)).toEqual([]);
    const named = act === 'supervise' ? { unit: 'market' } : {};
    const body = { ...named, ...bodyOf(form, values) };
    expect(supportBodies[act].safeParse(body).error).toBeUndefined();
    const read = Object.keys(supportBodies[act].shape);
    for (const field of form.fields) expect(read).toContain(field.name);
  });
});

const petitionActs = Object.keys(petitionBodies) as PetitionAct[];

describe('from an act of a petition to fields', () => {
  it.each(petitionActs)('a filled form of %s is a body the contract takes', (act) => {
    const form = petitionForms[act];
    const values = Object.fromEntries(
      form.fields.map((field) => [field.name, answers[field.ask.kind]]),
    );
    expect(missing(form, values)).toEqual([]);
    expect(petitionBodies[act].safeParse(bodyOf(form, values)).error).toBeUndefined();
  });

  it.each(petitionActs)('%s asks nothing the contract does not read', (act) => {
    const { fields, decidedBy } = petitionForms[act];
    const read = Object.keys(petitionBodies[act].shape);
    for (const field of fields) expect(read).toContain(field.name);
    if (decidedBy) expect(fields.map(({ name }) => name)).toContain(decidedBy);
  });
});

const sponsorshipActs = Object.keys(sponsorshipBodies) as SponsorshipAct[];
/** What an act of a sponsorship names by where it is opened from. */
const promised = { step: 1, commitment: 1 };

describe('from an act of a sponsorship to fields', () => {
  const filled = (act: SponsorshipAct): Values =>
    Object.fromEntries(
      sponsorshipForms[act].fields.map(({ name, ask }) => [name, answers[ask.kind]]),
    );

  it.each(sponsorshipActs)('a filled form of %s is a body the contract takes', (act) => {
    const form = sponsorshipForms[act];
    expect(missing(form, filled(act))).toEqual([]);
    const body = { ...promised, ...sponsorshipBody(act, bodyOf(form, filled(act))) };
    const whole = act === 'hold-meeting' ? { ...body, positions: [] } : body;
    expect(sponsorshipBodies[act].safeParse(whole).error).toBeUndefined();
    const read = Object.keys(sponsorshipBodies[act].shape);
    for (const name of Object.keys(body)) expect([...read, 'step', 'commitment']).toContain(name);
  });

  it('sends who sat at a meeting in lists, dissent to the letter and what was left empty not at all', () => {
    const form = sponsorshipForms['hold-meeting'];
    expect(sponsorshipBody('hold-meeting', bodyOf(form, filled('hold-meeting')))).toMatchObject({
      present: ['housing', 'works'],
      positions: [
        { unit: 'housing', position: 'yes' },
        { unit: 'works', position: '' },
      ],
      dissents: [{ unit: 'housing', text: ' not so ' }],
      commitments: [{ unit: 'housing', what: 'ask', dueAt: '2026-03-03T01:00:00Z' }],
    });
  });

  it('asks for the rule where a claim is not supported, and whom was unblocked where one was', () => {
    expect(missing(sponsorshipForms['answer-claim'], { answer: 'SUPPORT', reply: 'yes' })).toEqual(
      [],
    );
    const explained = { answer: 'EXPLAIN', reply: 'so' };
    expect(missing(sponsorshipForms['answer-claim'], explained)).toMatchObject([
      { name: 'citation' },
    ]);
    const acted = { kind: 'unblocked', note: 'moved' };
    expect(missing(sponsorshipForms['record-act'], acted)).toMatchObject([{ name: 'unit' }]);
  });

  it('takes that there is no need as an answer', () => {
    expect(missing(sponsorshipForms['agree-needs'], { needs: [] })).toEqual([]);
    expect(bodyOf(sponsorshipForms['agree-needs'], { needs: [] })).toEqual({ needs: [] });
  });
});
