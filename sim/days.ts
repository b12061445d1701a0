import type { Institution } from '../src/core/authority/institution.ts';
import { INSTITUTION_STREAM } from '../src/core/institution/index.ts';
import type { StreamId } from '../src/core/process.ts';
import { isLive as isSponsoring } from '../src/core/sponsorship/state.ts';
import { canonical } from '../src/engine/canonical.ts';
import type { Ticked } from '../src/engine/engine.ts';
import { streamUnder } from '../src/engine/keys.ts';
import { openTexts } from '../src/engine/open.ts';
import { TryAgain, UnknownOutcome } from '../src/engine/ports.ts';
import type { Answer, Request } from '../src/engine/request.ts';
import type { Stepped } from '../src/engine/tick.ts';
import { type Acting, staff, whoMay } from './actors.ts';
import { callbackRequest, isAmongThemselves, strayOnCallback } from './calling-back.ts';
import { aboutWhat, callOn } from './calls.ts';
import { checkCases, withPartners } from './check.ts';
import { type Coverage, emptyCoverage } from './coverage.ts';
import { type District, district } from './district.ts';
import { type Focus, focusOf, hasty } from './focus.ts';
import { type HumanCommand, habits, TELLERS } from './habits.ts';
import { holdOn } from './holds.ts';
import { register } from './intake.ts';
import { type KeepingScene, keepingRequest, strayOnRetention } from './keeping.ts';
import { ledgerRow } from './ledger.ts';
import { amendLaw, found, officeMove, publishCalendar } from './offices.ts';
import { type PetitionScene, petitionRequest, registrationRequest } from './petitioning.ts';
import { atDesk } from './reporting.ts';
import { PRIVATE, type Said, type Scene, sceneOf } from './scene.ts';
import { misfilled, somebodyElse } from './slips.ts';
import { movesOn, nominations, type SponsorshipScene } from './sponsoring.ts';
import { Broken } from './story.ts';
import { badlyFormed, strayMachine, strayOnSponsorship, strayOnWhistle } from './strays.ts';
import { supportStep } from './supporting.ts';
import { isLacking, proposalRequest, type WhistleScene, whistleRequest } from './whistling.ts';
import { noteFrom, wordOn } from './words.ts';
import { TENANT, World, type WorldOptions } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The days of a district: people, the worker beside them, and what goes wrong. */
export class Days {
  readonly world: World;
  readonly coverage: Coverage = emptyCoverage();
  readonly #district: District = district();
  readonly #streams: StreamId[] = [];
  readonly #whistles: StreamId[] = [];
  readonly #petitions: StreamId[] = [];
  readonly #supports: StreamId[] = [];
  readonly #sponsorships: StreamId[] = [];
  readonly #checked = new Map<StreamId, number>();
  readonly #asked: { readonly request: Request; readonly answer: Answer }[] = [];
  #institution: Institution | undefined;
  /** Steps until somebody notices that the worker is not running. */
  #asleep = 0;
  #published = false;
  /** Rows of the ledger read in so far. */
  #line = 0;
  readonly #focus: Focus;

  constructor(options: WorldOptions) {
    this.world = new World(options);
    this.#focus = focusOf(options.seed);
  }

  async begin(): Promise<void> {
    await this.world.memory.store.createTenant(TENANT);
    if (this.world.people.chance(0.3)) await this.#office(officeMove(await this.#officeView()));
    await found(this.world, this.#district);
    for (let n = 0; n < 4; n++) await this.#arrival();
    this.world.trouble = 0.03;
  }

  readonly #turns = {
    act: () => this.#act(),
    whistle: () => this.#onWhistle(),
    callback: () => this.#onCallback(),
    blow: () => this.#blow(),
    rush: () => this.#rush(),
    petition: () => this.#onPetition(),
    ask: () => this.#petitioned(),
    nominate: () => this.#nominate(),
    sponsor: () => this.#onSponsorship(),
    arrival: () => this.#arrival(),
    race: () => this.#race(),
    again: () => this.#again(),
    office: async () => this.#office(officeMove(await this.#officeView())),
    look: () => this.#look(),
    ledger: () => this.#ledger(),
    stray: () => this.#stray(),
    law: async () => this.#office(amendLaw(await this.#officeView())),
    calendar: () => this.#publish(),
    keep: () => this.#onRetention(),
    word: () => this.#word(),
    edge: () => this.#badlyFormed(),
    desk: () => this.#atDesk(),
  } as const;

  async step(): Promise<void> {
    const { world } = this;
    const r = world.people;
    this.#passTime();
    const usual = {
      act: 60,
      whistle: this.#whistles.length === 0 ? 0 : 22,
      callback: this.#asking().length === 0 ? 3 : 22,
      blow: 6,
      rush: 1.5,
      petition: this.#petitions.length === 0 ? 0 : 18,
      ask: this.#petitions.length < 4 ? 5 : 1.2,
      nominate: 4,
      sponsor: this.#sponsorships.length === 0 ? 0 : 30,
      arrival: this.#streams.length < 11 ? 8 : 1.5,
      race: 8,
      again: 5,
      office: 5.5,
      look: 2,
      ledger: 2.2,
      stray: 2.5,
      law: 2.2,
      calendar: this.#published ? 0.2 : 1.2,
      keep: this.#opened('retention').length === 0 ? 0 : 7,
      word: 2,
      edge: 1.5,
      desk: 1.2,
    };
    const turns = Object.entries(usual).map(([name, n]) => [
      name,
      n * (this.#focus.turns[name] ?? 1),
    ]);
    const what = r.weighted(Object.fromEntries(turns) as typeof usual);
    await this.#turns[what ?? 'act']();
    await this.#work();
    await this.#check();
  }

  /** A step of those who offer, give or are offered support. */
  async support(): Promise<void> {
    const { world } = this;
    const r = world.people;
    if (r.chance(0.5)) this.#passTime();
    else world.now += r.exponential(3 * DAY);
    if (!this.#published && r.chance(0.1)) await this.#publish();
    else {
      await supportStep({
        world,
        cases: this.#streams,
        supports: this.#supports,
        sceneOf: async (one) => sceneOf(world, this.#district, await this.#view(), one),
        ask: (request) => this.#remember(request),
      });
    }
    await this.#work();
    await this.#check();
  }

  /** The story ends: what was under way is carried out, then everything is looked at once more. */
  async end(): Promise<void> {
    const { world } = this;
    await world.calmly(async () => {
      await this.#settle();
      world.now += 200 * DAY;
      world.story.tell(world.now, 'half a year passes');
      await this.#settle();
      await world.engine.checkpoint();
    });
    checkCases(world, await this.#view(), this.#all(), true, this.coverage);
  }

  #all(): readonly StreamId[] {
    return [
      ...this.#streams,
      ...this.#whistles,
      ...this.#sponsorships,
      ...this.#petitions,
      ...this.#supports,
      ...this.#opened('callback'),
      ...this.#opened('report'),
      ...this.#opened('retention'),
    ];
  }

  /** Those that no request here opens: reactions do, or a door of their own. */
  #opened(process: 'callback' | 'report' | 'retention'): readonly StreamId[] {
    const { heads } = this.world.tables;
    return [...heads.keys()].filter((stream) => this.world.processOf(stream) === process);
  }

  #passTime(): void {
    const r = this.world.people;
    const how = r.weighted({ moment: 66, hours: 24, night: 8, days: 2, month: 0.2 });
    const mean = {
      moment: 6 * MINUTE,
      hours: 2 * HOUR,
      night: 14 * HOUR,
      days: 3 * DAY,
      month: 40 * DAY,
    };
    this.world.now += how === undefined ? 0 : r.exponential(mean[how]);
  }

  /** The worker's turn; sometimes it is not running, and everything waits. */
  async #work(): Promise<void> {
    const { world } = this;
    const r = world.people;
    if (this.#asleep > 0) {
      this.#asleep -= 1;
      return;
    }
    if (r.chance(0.02)) {
      this.#asleep = r.int(5, 25);
      world.count('worker down');
      world.story.tell(world.now, `nobody works for ${this.#asleep} steps`);
    }
    if (!r.chance(0.6)) return;
    const workers = r.chance(0.15) ? 2 : 1;
    const turns = Array.from({ length: workers }, () => this.#tick());
    await Promise.all(turns);
    if (r.chance(0.05)) await this.#calmCheckpoint();
    if (r.chance(0.04)) {
      await world.calmly(() => this.#settle());
      checkCases(world, await this.#view(), this.#all(), true, this.coverage);
    }
  }

  async #calmCheckpoint(): Promise<void> {
    await this.world.calmly(() => this.world.engine.checkpoint());
  }

  async #tick(): Promise<number> {
    const { world } = this;
    world.tape.push({ now: world.now, request: null });
    let ticked: Ticked;
    try {
      ticked = await world.engine.tick();
    } catch (error) {
      if (error instanceof TryAgain || error instanceof UnknownOutcome) return 1;
      throw error;
    }
    const steps = [ticked.clocks, ticked.reactions, ticked.erased, ticked.recomputed];
    for (const step of steps) this.#tellStep(step);
    return steps.reduce((sum, { done }) => sum + done, 0);
  }

  #tellStep({ refused, failed, done }: Stepped): void {
    const { world } = this;
    if (done > 0) world.story.tell(world.now, `the worker carries out ${done}`);
    for (const { what, refusal } of refused) {
      world.refused(refusal.code);
      world.story.tell(world.now, `  ${what} refused: ${refusal.code}`);
    }
    for (const { what, error } of failed) {
      if (error instanceof TryAgain || error instanceof UnknownOutcome) continue;
      throw new Broken(`the worker failed at ${what}: ${String(error)}`, { cause: error });
    }
  }

  async #settle(): Promise<void> {
    for (let turns = 0; turns < 60; turns++) if ((await this.#tick()) === 0) return;
    throw new Broken('the worker never comes to rest');
  }

  async #view(): Promise<Institution> {
    const version = this.world.version(INSTITUTION_STREAM);
    if (this.#institution?.version !== version) {
      this.#institution = await this.world.institution();
    }
    return this.#institution;
  }

  async #officeView() {
    const { world } = this;
    const common = { world, r: world.people, district: this.#district };
    return { ...common, institution: await this.#view(), streams: this.#streams };
  }

  async #office(request: Request): Promise<void> {
    await this.#remember(request);
  }

  async #publish(): Promise<void> {
    const request = publishCalendar(this.world, this.#district, this.#published);
    const answer = await this.#remember(request);
    if (answer?.accepted === true) this.#published = true;
  }

  async #arrival(): Promise<void> {
    const { world } = this;
    const r = world.people;
    const key = world.crypto.id(80);
    const place = r.any(this.#district.places) ?? '';
    const atCounter = staff({ unit: place, role: 'intake_agent' });
    const stream = streamUnder(world.crypto, TENANT, atCounter, key);
    const self = r.chance(0.3);
    const centre = this.#district.law.dispatch.centre;
    const scene = sceneOf(world, this.#district, await this.#view(), stream);
    const slip = r.chance(0.06);
    const said = register(scene, self ? centre : place);
    const request = this.#request(scene, slip ? misfilled(scene, said) : said, {
      actor: self ? { kind: 'person', case: stream } : atCounter,
    });
    const answer = await this.#remember({ ...request, key });
    if (answer?.accepted === true || world.version(stream) > 0) this.#streams.push(stream);
  }

  /** Somebody reports an official, or the sealed desk works. */
  async #atDesk(): Promise<void> {
    const desk = this.#district.law.dispatch.centre;
    for (let n = this.world.people.int(3, 8); n > 0; n--) {
      await this.#remember(atDesk(this.world, desk));
    }
  }

  /** A post says whether what was entered in its name was meant; or leaves a note for the next shift. */
  async #word(): Promise<void> {
    const { world } = this;
    const r = world.people;
    if (r.chance(0.15)) {
      const about = aboutWhat(world, this.#streams, this.#asking());
      const { law } = this.#district;
      for (let n = r.int(2, 10); n > 0; n--) {
        const call = callOn(world, about, law, await this.#view());
        if (call !== null) await this.#remember(call);
      }
    }
    const request = r.chance(0.2)
      ? noteFrom(world, this.#district.places)
      : r.chance(0.6)
        ? holdOn(world, this.#streams, this.#district.law)
        : wordOn(world);
    if (request !== null) await this.#remember(request);
  }

  /** Somebody whistles about a case that is in hand, now and then about any. */
  async #blow(): Promise<void> {
    const request = await this.#proposal();
    if (request !== null) await this.#whistled(request);
  }

  /** Several issuers at one moment call the same few units. */
  async #rush(): Promise<void> {
    const all = [await this.#proposal(), await this.#proposal(), await this.#proposal()];
    this.world.count('rush');
    await Promise.all(all.map((request) => (request === null ? null : this.#whistled(request))));
  }

  async #whistled(request: Request): Promise<void> {
    await this.#remember(request);
    if (this.world.version(request.stream) > 0 && !this.#whistles.includes(request.stream)) {
      this.#whistles.push(request.stream);
    }
  }

  async #proposal(): Promise<Request | null> {
    const { world } = this;
    const r = world.people;
    const lacking = this.#streams.filter((one) => isLacking(world, this.#district.law, one));
    const about = r.chance(0.9) ? r.any(lacking) : r.any(this.#streams);
    if (about === undefined) return null;
    return proposalRequest(sceneOf(world, this.#district, await this.#view(), about), about);
  }

  /** The next act on a whistle; sometimes several at once, or by a machine out of its order. */
  async #onWhistle(): Promise<void> {
    const { world } = this;
    const r = world.people;
    const live = this.#whistles.filter(
      (one) => !['declined', 'rated'].includes(world.whistle(one).status),
    );
    const stream = (r.chance(0.9) ? r.any(live) : undefined) ?? r.any(this.#whistles);
    if (stream === undefined) return;
    const institution = await this.#view();
    const common = sceneOf(world, this.#district, institution, stream);
    const scene: WhistleScene = {
      ...common,
      state: world.whistle(r.chance(0.02) ? 'none' : stream),
    };
    if (r.chance(0.05)) {
      await world.ask(strayOnWhistle(scene));
      return;
    }
    const moves = Array.from({ length: r.chance(0.1) ? 2 : 1 }, () => whistleRequest(scene));
    await Promise.all(moves.map((request) => this.#remember(request)));
  }

  #asking(): readonly StreamId[] {
    return this.#opened('callback').filter((one) => this.world.callback(one).status === 'asking');
  }

  /** Somebody asks or answers about a closing, mostly where it is time to. */
  async #onCallback(): Promise<void> {
    const { world } = this;
    const r = world.people;
    const all = this.#opened('callback');
    const { law } = this.#district;
    const rare = all.filter((one) => isAmongThemselves(world.callback(one), law));
    const some = r.chance(0.15) ? rare : this.#asking();
    const stream = (r.chance(0.85) ? r.any(some) : undefined) ?? r.any(all);
    if (stream === undefined) return;
    const common = sceneOf(world, this.#district, await this.#view(), stream);
    const scene = {
      ...common,
      state: world.callback(r.chance(common.law.callback === null ? 0.5 : 0.06) ? 'none' : stream),
    };
    if (r.chance(0.06)) await world.ask(strayOnCallback(scene));
    else await this.#remember(callbackRequest(scene));
  }

  /** Somebody makes a petition of a request; now and then twice at once, or of one that has its own. */
  async #petitioned(): Promise<void> {
    const { world } = this;
    const about = world.people.any(this.#streams);
    if (about === undefined) return;
    const scene = sceneOf(world, this.#district, await this.#view(), about);
    const asked = Array.from({ length: scene.r.chance(0.15) ? 2 : 1 }, () =>
      registrationRequest(scene),
    );
    await Promise.all(asked.map((request) => this.#remember(request)));
    const begun = asked.map(({ stream }) => stream).filter((one) => world.version(one) > 0);
    this.#petitions.push(...begun.filter((one) => !this.#petitions.includes(one)));
  }

  /** The next act on a petition; sometimes two at once. */
  async #onPetition(): Promise<void> {
    const { world } = this;
    const r = world.people;
    const live = this.#petitions.filter((one) => world.petition(one).status !== 'handed-over');
    const stream = r.any(live);
    if (stream === undefined) return;
    const scene: PetitionScene = {
      ...sceneOf(world, this.#district, await this.#view(), stream),
      state: world.petition(r.chance(0.02) ? 'none' : stream),
    };
    const moves = Array.from({ length: r.chance(0.1) ? 2 : 1 }, () => petitionRequest(scene));
    await Promise.all(moves.map((request) => this.#remember(request)));
  }

  /** A unit that has a case on its hands puts it up; sometimes two at once. */
  async #nominate(): Promise<void> {
    const { world } = this;
    const about = world.people.any(this.#streams);
    if (about === undefined) return;
    const scene = sceneOf(world, this.#district, await this.#view(), about);
    const all = nominations(scene, about);
    await Promise.all(all.map((request) => this.#remember(request)));
    for (const { stream } of all) if (world.version(stream) > 0) this.#sponsorships.push(stream);
  }

  /** The next act on a sponsorship; sometimes several at once, or by a machine out of its order. */
  async #onSponsorship(): Promise<void> {
    const { world } = this;
    const r = world.people;
    const live = this.#sponsorships.filter((one) => isSponsoring(world.sponsorship(one)));
    const stream = (r.chance(0.85) ? r.any(live) : undefined) ?? r.any(this.#sponsorships);
    if (stream === undefined) return;
    const common = sceneOf(world, this.#district, await this.#view(), stream);
    const state = world.sponsorship(r.chance(0.02) ? 'none' : stream);
    const scene: SponsorshipScene = { ...common, state };
    if (r.chance(0.04)) await world.ask(strayOnSponsorship(scene));
    await Promise.all(movesOn(scene).map((request) => this.#remember(request)));
  }

  async #act(): Promise<void> {
    const scene = await this.#sceneOfSome();
    if (scene !== null) await this.#remember(this.#move(scene));
  }

  /** Several at once on one case, each having seen the same; the worker comes in between. */
  async #race(): Promise<void> {
    const scene = await this.#sceneOfSome();
    if (scene === null) return;
    this.world.count('race');
    const racers = Array.from({ length: this.world.people.int(2, 3) }, () => this.#move(scene));
    const tick = this.world.people.chance(0.4) ? [this.#tick()] : [];
    await Promise.all([...racers.map((request) => this.#remember(request)), ...tick]);
  }

  /** Sent twice, or another form under a key already used. */
  async #again(): Promise<void> {
    const { world } = this;
    const r = world.people;
    const before = r.any(this.#asked.slice(-30));
    if (before === undefined) return;
    world.count('duplicate');
    const { request, answer } = before;
    if (r.chance(0.25)) {
      const version = (request.expectedVersion ?? 0) + 1;
      const other = await world.ask({ ...request, expectedVersion: version });
      if (other !== null && (other.accepted || other.refusal.code !== 'engine.key-reused')) {
        throw new Broken(`another request under the key ${request.key} was answered`);
      }
      return;
    }
    const twice = r.chance(0.5)
      ? [await world.ask(request)]
      : await Promise.all([world.ask(request), world.ask(request)]);
    for (const again of twice) {
      if (again === null) continue;
      const same = canonical({ ...again, replayed: false }) === canonical(answer);
      if (!same) throw new Broken(`${request.key} was answered otherwise the second time`);
    }
  }

  /** A handler reads the words to do their work; the look is logged before anything opens. */
  async #look(): Promise<void> {
    const { world } = this;
    const scene = await this.#sceneOfSome();
    if (scene === null || scene.state.status === 'none') return;
    const { stream, state } = scene;
    const actor = staff({ unit: state.receivedBy, role: 'intake_agent' });
    const look = { stream, ref: state.words.ref, field: 'words', actor, at: world.now };
    const parts = { vault: world.memory.vault, crypto: world.crypto };
    const purpose = [{ ...look, purpose: '办理' }];
    const texts = await openTexts(parts, TENANT, stream, [state.words], purpose);
    world.story.tell(world.now, `intake of ${state.receivedBy} reads the words of ${stream}`);
    for (const text of texts.values()) {
      if (!text.startsWith(PRIVATE)) throw new Broken(`${stream}: the vault gave another text`);
    }
  }

  /** The next act on something that is kept, or a machine's out of its order. */
  async #onRetention(): Promise<void> {
    const { world } = this;
    const r = world.people;
    const all = this.#opened('retention');
    const live = all.filter((one) => !['erased', 'stopped'].includes(world.retention(one).status));
    const stream = (r.chance(0.9) ? r.any(live) : undefined) ?? r.any(all);
    if (stream === undefined) return;
    const common = sceneOf(world, this.#district, await this.#view(), stream);
    const scene: KeepingScene = { ...common, state: world.retention(stream) };
    // The worker seldom leaves one that is due to be found by others.
    const out = scene.state.status === 'due' ? 0.5 : 0.12;
    if (r.chance(out)) await world.ask(strayOnRetention(scene));
    else await this.#remember(keepingRequest(scene));
  }

  async #badlyFormed(): Promise<void> {
    const scene = await this.#sceneOfSome();
    if (scene !== null) await this.world.ask(badlyFormed(scene.r, this.world, this.#move(scene)));
  }

  /** A machine's command that comes twice, late, or for what is no more. */
  async #stray(): Promise<void> {
    const scene = await this.#sceneOfSome();
    if (scene === null) return;
    const answer = await this.world.ask(strayMachine(scene, this.#streams));
    if (answer?.accepted === true) this.world.count('stray accepted');
  }

  /** A past institution's ledger is read in, row by row. */
  async #ledger(): Promise<void> {
    const { world } = this;
    const stream = world.crypto.id(80);
    const scene = sceneOf(world, this.#district, await this.#view(), stream);
    this.#line += 1;
    const { type, data, texts, occurredAt } = ledgerRow(scene, this.#line);
    const request: Request = {
      tenant: TENANT,
      process: 'case',
      stream,
      actor: { kind: 'machine', name: 'import' },
      occurredAt,
      command: { type, data },
      ...(texts === undefined ? {} : { private: world.worded(texts) }),
      key: `ledger/${this.#line}`,
    };
    await this.#remember(request);
    if (world.version(stream) > 0) this.#streams.push(stream);
  }

  async #sceneOfSome(): Promise<Scene | null> {
    const r = this.world.people;
    const recent = this.#streams.slice(-6);
    const stream = r.chance(0.6) ? r.any(recent) : r.any(this.#streams);
    if (stream === undefined) return null;
    return sceneOf(this.world, this.#district, await this.#view(), stream);
  }

  /** The next act on a case: mostly the one that is owed, by who owes it; sometimes not. */
  #move(scene: Scene): Request {
    const { r, state, stream } = scene;
    const others = this.#streams.filter((other) => other !== stream);
    const commands = Object.keys(TELLERS) as HumanCommand[];
    const usual = r.weighted(hasty(habits(state), this.#focus));
    const type = (r.chance(0.06) ? r.any(commands) : usual) ?? 'add-words';
    const said = TELLERS[type](scene, others);
    const acting = r.chance(0.06) ? somebodyElse(scene, others) : whoMay(scene, type);
    return this.#request(scene, r.chance(0.1) ? misfilled(scene, said) : said, acting);
  }

  #request(scene: Scene, { type, data, texts }: Said, acting: Acting): Request {
    const { r, stream, state, world } = scene;
    const version = world.version(stream);
    const stale = version > 1 && r.chance(0.03);
    const early = state.status === 'none' ? world.now - DAY : state.since;
    const late = r.chance(0.07) ? world.now - r.int(0, Math.max(0, world.now - early)) : null;
    const tooEarly = r.chance(0.01) ? world.now - r.int(0, 30) * DAY : null;
    const occurredAt = tooEarly ?? late;
    return {
      tenant: TENANT,
      process: 'case',
      stream,
      ...acting,
      ...(occurredAt === null ? {} : { occurredAt }),
      command: { type, data },
      ...(texts === undefined ? {} : { private: world.worded(texts) }),
      expectedVersion: stale ? version - 1 : version,
      key: world.crypto.id(80),
    };
  }

  async #remember(request: Request): Promise<Answer | null> {
    const answer = await this.world.ask(request);
    if (answer !== null) this.#asked.push({ request, answer: { ...answer, replayed: false } });
    return answer;
  }

  /** What must always hold, on every case that something happened to. */
  async #check(): Promise<void> {
    const { world } = this;
    const changed = this.#all().filter((s) => this.#checked.get(s) !== world.version(s));
    if (changed.length === 0) return;
    for (const stream of changed) this.#checked.set(stream, world.version(stream));
    checkCases(world, await this.#view(), withPartners(world, changed), false, this.coverage);
  }
}
