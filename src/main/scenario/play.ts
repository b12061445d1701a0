import type { CaseView, ClockView, Registered, ThreadEntry } from '../../contract/cases.ts';
import type { Problem } from '../../contract/common.ts';
import type { InstitutionView } from '../../contract/institution.ts';
import type { SponsorshipView } from '../../contract/sponsorships.ts';
import type { SupportView } from '../../contract/supports.ts';
import type { WhistleView } from '../../contract/whistles.ts';
import type { Instant } from '../../core/process.ts';
import type { Lang, Text } from '../../core/text.ts';
import { type Calendar, dueAt, parseDuration, parseIso, zoneOf } from '../../core/time/index.ts';
import { inLanguage, type Scenario, type ScenarioStep, type StoryActor } from './file.ts';
import { type House, TELLER } from './house.ts';
import { type Person, type Reply, signIn, type Visitor, withReceipt } from './visitors.ts';

/** What the record says since it was last looked at. */
export interface News {
  readonly entries: readonly ThreadEntry[];
  /** Promises that have begun. */
  readonly clocks: readonly ClockView[];
}

/** A piece of the story, as it happens. */
export type Told =
  | { readonly kind: 'time'; readonly at: Instant; readonly news: News }
  | {
      readonly kind: 'step';
      readonly at: Instant;
      readonly step: ScenarioStep;
      readonly actor: StoryActor | null;
      readonly refusal: Problem | null;
      readonly news: News;
      /** The person's code, where the step has given one. */
      readonly receipt: string | null;
    }
  /** It went otherwise than the story says, and is told no further. */
  | {
      readonly kind: 'wrong';
      readonly at: Instant;
      readonly step: ScenarioStep;
      readonly n: number;
      readonly why: Text;
    };

interface Stage {
  readonly house: House;
  readonly scenario: Scenario;
  readonly calendar: Calendar;
  readonly lang: Lang;
}

/** Plays a story through the doors of its server, step after step, until one goes otherwise. */
export async function* play(stage: Stage): AsyncGenerator<Told> {
  const { house, scenario } = stage;
  const player = new Player(stage, await signIn(house.origin, TELLER, stage.lang));
  for (const [index, step] of scenario.steps.entries()) {
    const meanwhile: Told[] = [];
    await house.pass(player.instantOf(step), async (at) => {
      const news = player.news(await player.pages());
      if (news.entries.length > 0) meanwhile.push({ kind: 'time', at, news });
    });
    yield* meanwhile;
    const actor = step.who === undefined ? null : (scenario.actors[step.who] ?? null);
    const { why, refusal } = await player.act(step);
    await house.settle();
    const told = { at: house.now, step };
    const pages = await player.pages();
    const wrong = why ?? otherwise(pages, step);
    if (wrong !== null) {
      yield { kind: 'wrong', ...told, n: index + 1, why: wrong };
      return;
    }
    const news = player.news(pages);
    yield { kind: 'step', ...told, actor, refusal, news, receipt: player.takeReceipt() };
  }
}

interface Done {
  readonly why: Text | null;
  readonly refusal: Problem | null;
}

type Fields = Readonly<Record<string, string>>;

class Player {
  readonly #stage: Stage;
  readonly #teller: Visitor;
  readonly #visitors = new Map<string, Visitor>();
  readonly #seen = { versions: new Map<string, number>(), clocks: new Set<string>() };
  #person: Person | null = null;
  #receipt: string | null = null;
  #case: string | null = null;
  #whistle: string | null = null;
  #sponsorship: string | null = null;
  /** By the names that the story gives them. */
  readonly #supports = new Map<string, string>();

  constructor(stage: Stage, teller: Visitor) {
    this.#stage = stage;
    this.#teller = teller;
  }

  /** When a step happens: at its own instant, or so long after the one before. */
  instantOf({ at, after }: ScenarioStep): Instant {
    const { house, calendar } = this.#stage;
    const zone = zoneOf(calendar.zone);
    const named = at === undefined ? null : parseIso(at, zone);
    const duration = after === undefined ? null : parseDuration(after);
    if (duration === null) return named ?? house.now;
    return dueAt({ start: named ?? house.now, duration, calendar, suspensions: [] }).due;
  }

  async act(step: ScenarioStep): Promise<Done> {
    if (step.act === undefined) return NOTHING;
    const [resource = '', act = ''] = step.act.split('/');
    const body = inLanguage(step.body, this.#stage.lang) as Record<string, unknown>;
    return resource === 'portal'
      ? await this.#asPerson(act, body as Fields & { readonly finds?: readonly string[] })
      : await this.#asStaff(resource, act, body, step);
  }

  /** The code given since the last call. */
  takeReceipt(): string | null {
    const receipt = this.#receipt;
    this.#receipt = null;
    return receipt;
  }

  async #asStaff(
    resource: string,
    act: string,
    body: Readonly<Record<string, unknown>>,
    { who = '', refused }: ScenarioStep,
  ): Promise<Done> {
    const { house, lang } = this.#stage;
    const visitor = this.#visitors.get(who) ?? (await signIn(house.origin, who, lang));
    this.#visitors.set(who, visitor);
    const answer = await this.#sent(visitor, resource, act, body);
    if (answer.ok) {
      return refused === undefined ? this.#readBack(act, body, answer.body) : notRefused(refused);
    }
    const { problem } = answer;
    return problem.code === refused
      ? { why: null, refusal: problem }
      : { why: refusedInstead(problem, refused), refusal: problem };
  }

  /** Whoever acts has read what they act on, and sends the version they saw. */
  async #sent(
    visitor: Visitor,
    resource: string,
    act: string,
    body: Readonly<Record<string, unknown>>,
  ): Promise<Reply> {
    switch (`${resource}/${act}`) {
      case 'case/register': {
        const answer = await visitor.post<Registered>('/cases', {
          ...body,
          reportsOfficial: false,
        });
        if (answer.ok) await this.#received(answer.body);
        return answer;
      }
      case 'whistle/propose': {
        const answer = await visitor.post<Registered>('/whistles', { ...body, case: this.#case });
        if (answer.ok) this.#whistle = answer.body.id;
        return answer;
      }
      case 'sponsorship/nominate': {
        const nomination = { ...body, case: this.#case };
        const answer = await visitor.post<Registered>('/sponsorships', nomination);
        if (answer.ok) this.#sponsorship = answer.body.id;
        return answer;
      }
      case 'whistle/open':
        return visitor.get(`/whistles/${this.#whistle}`);
      case 'support/offer': {
        const { support, ...offer } = body;
        const answer = await visitor.post<Registered>('/supports', {
          ...offer,
          case: this.#case,
          sponsorship: this.#sponsorship,
        });
        if (answer.ok) this.#supports.set(String(support), answer.body.id);
        return answer;
      }
    }
    const path = this.#pathOf(resource, body);
    const seen = await visitor.get<Seen>(path);
    if (!seen.ok) return seen;
    const { version } = seen.body;
    const { support: _, ...said } = body;
    const numbered =
      'callOut' in said ? { ...said, callOut: calledIn(seen.body, said.callOut) } : said;
    return visitor.post(`${path}/${act}`, { ...numbered, expectedVersion: version });
  }

  #pathOf(resource: string, { support }: Readonly<Record<string, unknown>>): string {
    switch (resource) {
      case 'institution':
        return '/institution';
      case 'case':
        return `/cases/${this.#case}`;
      case 'sponsorship':
        return `/sponsorships/${this.#sponsorship}`;
      case 'support':
        return `/supports/${this.#supports.get(String(support))}`;
      default:
        return `/whistles/${this.#whistle}`;
    }
  }

  async #received({ id, receipt }: Registered): Promise<void> {
    const { house, lang } = this.#stage;
    this.#case = id;
    this.#receipt = receipt;
    this.#person = await withReceipt(house.origin, receipt, lang);
  }

  #readBack(act: string, body: Readonly<Record<string, unknown>>, page: unknown): Done {
    if (act !== 'open') return NOTHING;
    return lacking(JSON.stringify(page), body.finds as readonly string[]);
  }

  async #asPerson(
    act: string,
    body: Fields & { readonly finds?: readonly string[] },
  ): Promise<Done> {
    if (this.#person === null) throw new Error('nobody has registered a request yet');
    const { finds = [], ...fields } = body;
    if (act === 'follow') return lacking(await this.#person.follow(), finds);
    if (act === 'supports') return lacking(await this.#person.follow('/supports'), finds);
    if (act === 'support') return this.#answer(this.#person, fields);
    if (act === 'plan') return this.#press(this.#person, fields);
    const { version } = await this.#read<CaseView>(`/cases/${this.#case}`);
    return taken(await this.#person.send(act, { ...fields, version: String(version) }));
  }

  async #answer(person: Person, { support: name = '', say = '' }: Fields): Promise<Done> {
    const support = this.#supports.get(name) ?? '';
    const { version } = await this.#read<SupportView>(`/supports/${support}`);
    return taken(await person.send('supports', { support, act: say, version: String(version) }));
  }

  async #press(person: Person, { say = '' }: Fields): Promise<Done> {
    const { version } = await this.#read<SponsorshipView>(`/sponsorships/${this.#sponsorship}`);
    return taken(await person.send('plan', { act: say, version: String(version) }));
  }

  /** The pages of the matter and of what is about it, as they stand. */
  async pages(): Promise<Pages> {
    const page = async <Page>(path: string, id: string | null): Promise<Page | null> =>
      id === null ? null : await this.#read<Page>(`${path}/${id}`);
    return {
      case: await page<CaseView>('/cases', this.#case),
      whistle: await page<WhistleView>('/whistles', this.#whistle),
      sponsorship: await page<SponsorshipView>('/sponsorships', this.#sponsorship),
      supports: await this.#supportPages(),
    };
  }

  async #supportPages(): Promise<Pages['supports']> {
    const pages = new Map<string, SupportView>();
    for (const [name, id] of this.#supports) {
      pages.set(name, await this.#read<SupportView>(`/supports/${id}`));
    }
    return pages;
  }

  /** What they say that they did not say before. */
  news(pages: Pages): News {
    const fresh: ThreadEntry[] = [];
    const begun: ClockView[] = [];
    const { versions, clocks: known } = this.#seen;
    const { supports, ...single } = pages;
    const all = [...Object.values(single), ...supports.values()];
    for (const { id, thread, clocks } of all.flatMap((page) => page ?? [])) {
      const seen = versions.get(id) ?? 0;
      const entries = thread.filter(({ version }) => version > seen);
      fresh.push(...entries.filter(({ type }) => !NOTED.has(type)));
      versions.set(id, Math.max(seen, ...entries.map(({ version }) => version)));
      const keyOf = (clock: ClockView) => `${id} ${clock.id} ${clock.unit} ${clock.startedAt}`;
      begun.push(...clocks.filter((clock) => !known.has(keyOf(clock))));
      for (const clock of clocks) known.add(keyOf(clock));
    }
    return { entries: fresh, clocks: begun };
  }

  async #read<Page>(path: string): Promise<Page> {
    const answer = await this.#teller.get<Page>(path);
    if (!answer.ok) throw new Error(`the teller cannot read ${path}: ${answer.problem.what}`);
    return answer.body;
  }
}

type Seen = WhistleView | CaseView | InstitutionView | SponsorshipView | SupportView;

/** What the case notes of what is about it, which says it itself, and more of it. */
const NOTED: ReadonlySet<string> = new Set(['WhistleNoted', 'SponsorshipNoted']);

interface Pages {
  readonly case: CaseView | null;
  readonly whistle: WhistleView | null;
  readonly sponsorship: SponsorshipView | null;
  readonly supports: ReadonlyMap<string, SupportView>;
}

/** Where things do not stand as the story says they do; null where they do. */
function otherwise(pages: Pages, { stands }: ScenarioStep): Text | null {
  const callOuts = pages.whistle?.callOuts ?? [];
  const called = Object.fromEntries(callOuts.map(({ unit, status }) => [unit, status]));
  const supports = Object.fromEntries(
    [...pages.supports].map(([name, { status, end }]) => [name, end ?? status]),
  );
  const told = [
    [supports, stands?.supports],
    [pages.case, stands?.case],
    [pages.whistle, stands?.whistle],
    [pages.sponsorship, stands?.sponsorship],
    [called, stands?.called],
  ] as const;
  for (const [page, expected = {}] of told) {
    const found = (page ?? {}) as Readonly<Record<string, unknown>>;
    const wrong = Object.entries(expected).find(([key, value]) => found[key] !== value);
    if (wrong !== undefined) {
      const [key, value] = wrong;
      return {
        zh: `${key} 应为 ${value}，实为 ${String(found[key])}`,
        en: `${key} should be ${value} and is ${String(found[key])}`,
      };
    }
  }
  return null;
}

const NOTHING: Done = { why: null, refusal: null };

/** What the person's page answered; null where it took it. */
const taken = (no: string | null): Done =>
  no === null
    ? NOTHING
    : { why: { zh: `页面没有接受：${no}`, en: `The page did not take it: ${no}` }, refusal: null };

const notRefused = (code: string): Done => ({
  why: { zh: `本应不予办理（${code}），却办成了`, en: `it should have been refused (${code})` },
  refusal: null,
});

const refusedInstead = ({ code, what }: Problem, expected: string | undefined): Text =>
  expected === undefined
    ? { zh: `不予办理：${what}（${code}）`, en: `it was refused: ${what} (${code})` }
    : {
        zh: `应以 ${expected} 不予办理，实为：${what}（${code}）`,
        en: `it should have been refused as ${expected}, and was so as ${code}: ${what}`,
      };

function lacking(page: string, finds: readonly string[]): Done {
  const missing = finds.find((said) => !page.includes(said));
  return missing === undefined
    ? NOTHING
    : {
        why: { zh: `页面上没有“${missing}”`, en: `the page does not say “${missing}”` },
        refusal: null,
      };
}

/** The number of the unit's latest call-out; 0, which no call-out has, where it was not called. */
function calledIn(page: object, unit: unknown): number {
  const callOuts = 'callOuts' in page ? (page as WhistleView).callOuts : [];
  return callOuts.findLast((callOut) => callOut.unit === unit)?.n ?? 0;
}
