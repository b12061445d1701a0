import { writeFile } from 'node:fs/promises';
import { callbackActWords, callbackStatusWords } from '../contract/callback-words.ts';
import { petitionActWords, petitionStatusWords } from '../contract/petition-words.ts';
import { deskKeyStatusWords, reportActWords, reportStatusWords } from '../contract/report-words.ts';
import { retentionActWords, retentionStatusWords } from '../contract/retention-words.ts';
import { sponsorshipActWords, sponsorshipStatusWords } from '../contract/sponsorship-words.ts';
import { supportActWords, supportStatusWords } from '../contract/support-words.ts';
import {
  callOutStatusWords,
  whistleActWords,
  whistleStatusWords,
} from '../contract/whistle-words.ts';
import { actWords, roleWords, statusWords } from '../contract/words.ts';
import {
  type Relation as CallbackRelation,
  type Who as CallbackWho,
  ACCESS as callbackAccess,
} from '../core/callback/access.ts';
import { RULES as CALLBACK_RULES } from '../core/callback/rules.ts';
import { KNOWN as CALLBACK_KNOWN } from '../core/callback/state.ts';
import { transitions as callbackTransitions } from '../core/callback/transitions.ts';
import { ACCESS, type Relation, type Who } from '../core/case/access.ts';
import { caseProcess } from '../core/case/index.ts';
import { RULES } from '../core/case/rules.ts';
import { KNOWN, OPEN } from '../core/case/state.ts';
import { confirmation } from '../core/confirmation/index.ts';
import { deskKeyProcess } from '../core/desk-key/index.ts';
import { institution } from '../core/institution/index.ts';
import {
  type Relation as PetitionRelation,
  type Who as PetitionWho,
  ACCESS as petitionAccess,
} from '../core/petition/access.ts';
import { RULES as PETITION_RULES } from '../core/petition/rules.ts';
import { KNOWN as PETITION_KNOWN } from '../core/petition/state.ts';
import { transitions as petitionTransitions } from '../core/petition/transitions.ts';
import type { Role, TransitionGraph } from '../core/process.ts';
import { relayProcess } from '../core/relay/index.ts';
import { ACCESS as reportAccess } from '../core/report/access.ts';
import { reportProcess } from '../core/report/index.ts';
import { RULES as REPORT_RULES } from '../core/report/rules.ts';
import { type Who as RetentionWho, ACCESS as retentionAccess } from '../core/retention/access.ts';
import { retentionProcess } from '../core/retention/index.ts';
import { RULES as RETENTION_RULES } from '../core/retention/rules.ts';
import { KNOWN as RETENTION_KNOWN } from '../core/retention/state.ts';
import { secrecyProcess } from '../core/secrecy/index.ts';
import {
  type Relation as SponsorshipRelation,
  type Who as SponsorshipWho,
  ACCESS as sponsorshipAccess,
} from '../core/sponsorship/access.ts';
import { RULES as SPONSORSHIP_RULES } from '../core/sponsorship/rules.ts';
import { KNOWN as SPONSORSHIP_KNOWN } from '../core/sponsorship/state.ts';
import { transitions as sponsorshipTransitions } from '../core/sponsorship/transitions.ts';
import {
  type Relation as SupportRelation,
  type Who as SupportWho,
  ACCESS as supportAccess,
} from '../core/support/access.ts';
import { RULES as SUPPORT_RULES } from '../core/support/rules.ts';
import { KNOWN as SUPPORT_KNOWN } from '../core/support/state.ts';
import { transitions as supportTransitions } from '../core/support/transitions.ts';
import {
  type Relation as WhistleRelation,
  type Who as WhistleWho,
  ACCESS as whistleAccess,
} from '../core/whistle/access.ts';
import { RULES as WHISTLE_RULES } from '../core/whistle/rules.ts';
import { KNOWN as WHISTLE_KNOWN } from '../core/whistle/state.ts';
import {
  callOutTransitions,
  transitions as whistleTransitions,
} from '../core/whistle/transitions.ts';

/** Pages under docs/processes, drawn from the transition graphs and tables the code itself runs on. */
export const pages: Readonly<Record<string, () => string>> = {
  'case.md': () =>
    page('case', 'docs/decisions/0005-case.md', [
      diagram(caseProcess.transitions, named(statusWords)),
      reasons(caseProcess.transitions),
      ...MAY,
      commandTable(),
    ]),
  'callback.md': () =>
    page('callback', 'docs/decisions/0019-callback.md', [
      diagram(callbackTransitions, named(callbackStatusWords)),
      reasons(callbackTransitions),
      ...MAY,
      callbackTable(),
    ]),
  'confirmation.md': () =>
    page('confirmation', 'docs/decisions/0014-inside-a-unit.md', [
      diagram(confirmation.transitions, (state) => state),
      reasons(confirmation.transitions),
    ]),
  'secrecy.md': () =>
    page('secrecy', 'docs/decisions/0021-confidentiality.md', [
      diagram(secrecyProcess.transitions, (state) => state),
      reasons(secrecyProcess.transitions),
    ]),
  'relay.md': () =>
    page('relay', 'docs/decisions/0024-relay.md', [
      diagram(relayProcess.transitions, (state) => state),
      reasons(relayProcess.transitions),
    ]),
  'retention.md': () =>
    page('retention', 'docs/decisions/0020-retention.md', [
      diagram(retentionProcess.transitions, named(retentionStatusWords)),
      reasons(retentionProcess.transitions),
      ...MAY,
      retentionTable(),
    ]),
  'whistle.md': () =>
    page('whistle', 'docs/decisions/0011-whistle.md', [
      diagram(whistleTransitions, named(whistleStatusWords)),
      reasons(whistleTransitions),
      '## One call-out 报到通知\n',
      'A signature that comes late is a breach and ends nothing; a miss stays told beside a late arrival.\n',
      diagram(callOutTransitions, named(callOutStatusWords)),
      reasons(callOutTransitions),
      ...MAY,
      whistleTable(),
    ]),
  'support.md': () =>
    page('support', 'docs/decisions/0022-support.md', [
      diagram(supportTransitions, named(supportStatusWords)),
      reasons(supportTransitions),
      ...MAY,
      supportTable(),
    ]),
  'petition.md': () =>
    page('petition', 'docs/decisions/0018-petition.md', [
      diagram(petitionTransitions, named(petitionStatusWords)),
      reasons(petitionTransitions),
      ...MAY,
      petitionTable(),
    ]),
  'report.md': () =>
    page('report', 'docs/decisions/0023-sealed-desk.md', [
      diagram(reportProcess.transitions, named(reportStatusWords)),
      reasons(reportProcess.transitions),
      '## A key of the desk 专管密钥\n',
      diagram(deskKeyProcess.transitions, named(deskKeyStatusWords)),
      reasons(deskKeyProcess.transitions),
      '## Who may do what\n',
      'Whatever is not written here is denied. Nobody stands in, nobody enters an act for another; an',
      'account with an interest neither reads nor acts.\n',
      reportTable(),
    ]),
  'sponsorship.md': () =>
    page('sponsorship', 'docs/decisions/0017-sponsorship.md', [
      diagram(sponsorshipTransitions, named(sponsorshipStatusWords)),
      reasons(sponsorshipTransitions),
      ...MAY,
      sponsorshipTable(),
    ]),
  'institution.md': () =>
    page('institution', 'src/core/institution/transitions.ts', [
      diagram(institution.transitions, (state) => state),
      reasons(institution.transitions),
    ]),
};

const MAY = [
  '## Who may do what\n',
  'Whatever is not written here is denied. A stand-in acts as the post that is away; a recused',
  'account never acts; machines act only where they are named.\n',
];

type Words = Readonly<Record<string, { readonly zh: string }>>;
const named = (words: Words) => (state: string) =>
  words[state] === undefined ? state : `${words[state].zh} ${state}`;

const page = (name: string, see: string, parts: readonly string[]): string =>
  [
    `# ${name}\n`,
    `Generated by \`node src/main/diagrams.ts\`; do not edit. Decisions: \`${see}\`.\n`,
    ...parts,
  ].join('\n');

/** Their first status is that nothing is there yet. */
const BEGINS: readonly string[] = [
  'case',
  'whistle',
  'retention',
  'support',
  'sponsorship',
  'callback',
  'petition',
  'report',
  'desk-key',
];

/** One arrow for each pair of states, all its events on it. */
function diagram(graph: TransitionGraph, label: (state: string) => string): string {
  const [initial] = graph.states;
  const arrows = new Map<string, string[]>();
  for (const { from, event, to } of graph.edges) {
    const start = from === initial && BEGINS.includes(graph.process) ? '[*]' : idOf(from);
    const arrow = `${start} --> ${idOf(to)}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), event]);
  }
  const drawn = graph.states.filter(
    (state) => !BEGINS.includes(graph.process) || state !== initial,
  );
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...drawn.map((state) => `  state "${label(state)}" as ${idOf(state)}`),
    ...[...arrows].map(([arrow, events]) => `  ${arrow}: ${events.join(' / ')}`),
    '```\n',
  ].join('\n');
}

/** Mermaid ends a name at a hyphen. */
const idOf = (state: string): string => state.replaceAll('-', '_');

const reasons = ({ edges }: TransitionGraph): string =>
  [
    ...edges.flatMap(({ from, event, to, why }) =>
      why === undefined ? [] : [`- ${from} → ${event} → ${to}: ${why}`],
    ),
    '',
  ].join('\n');

const RELATIONS: Readonly<Record<Relation, string>> = {
  anywhere: 'any unit',
  receiver: 'first receiver',
  desk: 'desk',
  centre: 'dispatch centre',
  ruler: 'ruler unit',
  holder: 'responsible unit',
  lead: 'lead unit',
  assisting: 'assisting unit',
  superior: 'unit above the lead',
  ladder: 'unit that owes an act on a ladder',
  approver: 'approver of the extension',
  verifier: 'verifying unit',
};

const WHISTLE_RELATIONS: Readonly<Record<WhistleRelation, string>> = {
  anywhere: 'any unit',
  issuer: 'issuer',
  screener: 'screening post',
  called: 'called unit',
  owner: 'owner of the step',
  party: 'issuer or called unit',
  ruler: 'ruler unit',
  superior: 'unit above, or one that owes an act on a ladder',
};

const SUPPORT_RELATIONS: Readonly<Record<SupportRelation, string>> = {
  anywhere: 'any unit; the rule looks at the case',
  manager: 'unit that offered it',
  provider: 'unit that gives it',
  superior: 'unit above, or one that owes an act on a ladder',
};

const CALLBACK_RELATIONS: Readonly<Record<CallbackRelation, string>> = {
  asker: 'unit that asks',
  hearer: 'unit that hears of pressure',
};

const PETITION_RELATIONS: Readonly<Record<PetitionRelation, string>> = {
  anywhere: 'any unit',
  office: 'petition office',
  holder: 'whose turn it is: office, body, reviewer',
  named: 'one of several bodies',
  superior: 'superior of them all',
  sender: 'whose paper it is',
  over: 'unit above whose turn it is, or one that owes an act on a ladder',
};

const SPONSORSHIP_RELATIONS: Readonly<Record<SponsorshipRelation, string>> = {
  anywhere: 'any unit',
  nominator: 'nominating unit',
  top: 'unit at the top',
  over: 'sponsor’s unit, or one above',
  owner: 'owner of the step',
  promiser: 'unit that promised',
  approver: 'approver of the extension',
  superior: 'unit above, or one that owes an act on a ladder',
};

interface Row {
  readonly command: string;
  readonly words: Words;
  readonly from: string;
  readonly by: readonly string[];
}

const commandTable = (): string =>
  table(
    Object.entries(ACCESS).map(([command, whos]) => ({
      command,
      words: actWords,
      from: statuses(RULES[command as keyof typeof RULES].from),
      by: whos.map(whoWords),
    })),
  );

const whistleTable = (): string =>
  table(
    Object.entries(whistleAccess).map(([command, whos]) => {
      const { from } = WHISTLE_RULES[command as keyof typeof WHISTLE_RULES];
      const any = from.length === WHISTLE_KNOWN.length;
      const by = whos.map(whistleWho);
      return { command, words: whistleActWords, from: any ? 'any' : from.join(', '), by };
    }),
  );

const supportTable = (): string =>
  table(
    Object.entries(supportAccess).map(([command, whos]) => {
      const { from } = SUPPORT_RULES[command as keyof typeof SUPPORT_RULES];
      const any = from.length === SUPPORT_KNOWN.length;
      const by = whos.map(supportWho);
      return { command, words: supportActWords, from: any ? 'any' : from.join(', '), by };
    }),
  );

const callbackTable = (): string =>
  table(
    Object.entries(callbackAccess).map(([command, whos]) => {
      const { from } = CALLBACK_RULES[command as keyof typeof CALLBACK_RULES];
      const any = from.length >= CALLBACK_KNOWN.length;
      const by = whos.map(callbackWho);
      return { command, words: callbackActWords, from: any ? 'any' : from.join(', '), by };
    }),
  );

const callbackWho = (who: CallbackWho): string => {
  if ('machine' in who) return machines(who.machine);
  if ('person' in who) return 'the person';
  return posts(CALLBACK_RELATIONS[who.relation], who.roles);
};

const petitionTable = (): string =>
  table(
    Object.entries(petitionAccess).map(([command, whos]) => {
      const { from } = PETITION_RULES[command as keyof typeof PETITION_RULES];
      const any = from.length === PETITION_KNOWN.length;
      const by = whos.map(petitionWho);
      return { command, words: petitionActWords, from: any ? 'any' : from.join(', '), by };
    }),
  );

const reportTable = (): string =>
  table(
    Object.entries(reportAccess).map(([command, whos]) => ({
      command,
      words: reportActWords,
      from: REPORT_RULES[command as keyof typeof REPORT_RULES].from.join(', '),
      by: whos.map((who) => {
        if (who === 'reporter') return 'the reporter';
        return who === 'officer' ? 'an officer of the desk, in person' : machines(who.machine);
      }),
    })),
  );

const sponsorshipTable = (): string =>
  table(
    Object.entries(sponsorshipAccess).map(([command, whos]) => {
      const { from } = SPONSORSHIP_RULES[command as keyof typeof SPONSORSHIP_RULES];
      const any = from.length === SPONSORSHIP_KNOWN.length;
      const by = whos.map(sponsorshipWho);
      return { command, words: sponsorshipActWords, from: any ? 'any' : from.join(', '), by };
    }),
  );

const retentionTable = (): string =>
  table(
    Object.entries(retentionAccess).map(([command, whos]) => {
      const { from } = RETENTION_RULES[command as keyof typeof RETENTION_RULES];
      const any = RETENTION_KNOWN.every((status) => from.includes(status));
      const by = whos.map(retentionWho);
      return { command, words: retentionActWords, from: any ? 'any' : from.join(', '), by };
    }),
  );

const table = (rows: readonly Row[]): string =>
  [
    '| command | in | by |',
    '|---|---|---|',
    ...rows.map(({ command, words, from, by }) => {
      const name = words[command] === undefined ? '' : ` ${words[command].zh}`;
      return `| \`${command}\`${name} | ${from} | ${by.join('; ')} |`;
    }),
    '',
  ].join('\n');

function statuses(from: readonly string[]): string {
  if (from.length === KNOWN.length) return 'any';
  return from.length === OPEN.length && OPEN.every((status) => from.includes(status))
    ? 'any open'
    : from.join(', ');
}

const PERSON = { alone: 'the person', 'or-helped': 'the person, or intake for them' } as const;

function whoWords(who: Who): string {
  if ('machine' in who) return machines(who.machine);
  if ('person' in who) return PERSON[who.person];
  return posts(RELATIONS[who.relation], who.roles);
}

const whistleWho = (who: WhistleWho): string =>
  'machine' in who ? machines(who.machine) : posts(WHISTLE_RELATIONS[who.relation], who.roles);

function supportWho(who: SupportWho): string {
  if ('machine' in who) return machines(who.machine);
  if ('person' in who) return 'the person, or intake for them';
  return posts(SUPPORT_RELATIONS[who.relation], who.roles);
}

function petitionWho(who: PetitionWho): string {
  if ('machine' in who) return machines(who.machine);
  if ('person' in who) return PERSON[who.person];
  return posts(PETITION_RELATIONS[who.relation], who.roles);
}

function sponsorshipWho(who: SponsorshipWho): string {
  if ('machine' in who) return machines(who.machine);
  if ('person' in who) return 'the person, or intake or the liaison for them';
  if ('seat' in who) return `the ${who.seat}`;
  return posts(SPONSORSHIP_RELATIONS[who.relation], who.roles);
}

function retentionWho(who: RetentionWho): string {
  if ('machine' in who) return machines(who.machine);
  if ('person' in who) return 'the person, or intake for them';
  return posts(who.relation === 'keeper' ? 'unit that keeps it' : 'dispatch centre', who.roles);
}

const machines = (names: readonly string[]): string => `machine (${names.join(', ')})`;
const posts = (unit: string, roles: readonly Role[]): string =>
  `${unit}: ${roles.map((role) => roleWords[role].en.toLowerCase()).join(', ')}`;

if (import.meta.main) {
  const folder = new URL('../../docs/processes/', import.meta.url);
  for (const [name, content] of Object.entries(pages)) {
    await writeFile(new URL(name, folder), content());
  }
}
