import type { ClockView, ThreadEntry } from '../../contract/cases.ts';
import { relationWords, roleWords } from '../../contract/words.ts';
import { unitIn } from '../../core/authority/units.ts';
import type { Instant } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Lang, Text } from '../../core/text.ts';
import { dateOfWall } from '../../core/time/civil.ts';
import { type Calendar, zoneOf } from '../../core/time/index.ts';
import { dateWords, timeWords } from '../../core/time/words.ts';
import { isSound, type Verified } from '../../engine/verify/index.ts';
import { STORY_ACTS } from './acts.ts';
import { inLanguage, type Scenario, type StoryActor } from './file.ts';
import type { News, Told } from './play.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

const MARK = {
  record: t('记录：', 'On record: '),
  clock: t('时限：', 'Clock: '),
  refused: t('未予办理：', 'Refused: '),
  found: t('读到：', 'Read there: '),
  answers: t('对应：', 'This answers: '),
  time: t('时限到了', 'Time has run out'),
  wrong: t('与情景不符', 'Otherwise than the story says'),
  questions: t('这个情景要回答的问题', 'What this story has to answer'),
  people: t('人物', 'Who appears'),
  check: t('约定核对', 'What must hold'),
  person: t('本人', 'the person'),
};

/** Tells a story in one language, a piece at a time, as somebody in an office would read it. */
export class Prose {
  readonly #lang: Lang;
  readonly #law: Rulebook;
  readonly #scenario: Scenario;
  readonly #calendar: Calendar;
  #day: number | null = null;

  constructor(scenario: Scenario, law: Rulebook, calendar: Calendar, lang: Lang) {
    this.#scenario = scenario;
    this.#law = law;
    this.#calendar = calendar;
    this.#lang = lang;
  }

  opening(): string {
    const { title, setting, questions, actors } = this.#scenario;
    const points = Object.values(questions).map(
      (question, n) => `  ${n + 1}. ${this.#in(question)}`,
    );
    const people = Object.values(actors).map((actor) => `  ${this.#who(actor)}`);
    return lines([
      `# ${this.#in(title)}`,
      '',
      this.#in(setting),
      ...(points.length === 0 ? [] : ['', `## ${this.#in(MARK.questions)}`, '', ...points]),
      '',
      `## ${this.#in(MARK.people)}`,
      '',
      ...people,
    ]);
  }

  told(piece: Told): string {
    const head = this.#dayOf(piece.at);
    switch (piece.kind) {
      case 'time':
        return lines([...head, this.#at(piece.at, this.#in(MARK.time)), ...this.#news(piece.news)]);
      case 'wrong': {
        const said = `${this.#in(MARK.wrong)} (${piece.n}): ${this.#in(piece.step.tell)}`;
        return lines([...head, this.#at(piece.at, said), indented(this.#in(piece.why))]);
      }
      case 'step':
        return lines([...head, ...this.#step(piece)]);
    }
  }

  #step({ at, step, actor, refusal, news }: Extract<Told, { kind: 'step' }>): readonly string[] {
    const act = step.act === undefined ? undefined : STORY_ACTS[step.act];
    const who =
      actor === null || act === undefined
        ? ''
        : `${this.#who(actor)}${this.#in(t('：', ': '))}${this.#in(act.name)}`;
    const question =
      step.answers === undefined ? undefined : this.#scenario.questions[step.answers];
    // What was read is what the story goes on from, as an act is by what it leaves on record.
    const { finds = [] } = inLanguage(step.body, this.#lang) as { finds?: readonly string[] };
    const found = refusal === null ? finds : [];
    const tell = this.#in(step.tell);
    return [
      ...(who === '' ? [this.#at(at, tell)] : [this.#at(at, who), indented(tell)]),
      ...(refusal === null
        ? []
        : [
            this.#marked('refused', `${refusal.what}${this.#gap}${refusal.next} [${refusal.code}]`),
          ]),
      ...found.map((said) => this.#marked('found', `“${said}”`)),
      ...this.#news(news),
      ...(question === undefined ? [] : [this.#marked('answers', this.#in(question))]),
    ];
  }

  #news({ entries, clocks }: News): readonly string[] {
    return [
      ...entries.map((entry) => this.#marked('record', this.#entry(entry))),
      ...clocks.map((clock, n) =>
        this.#marked('clock', this.#clock(clock, isSaidBelow(clock, clocks[n + 1]))),
      ),
    ];
  }

  #entry({ sentence, onBehalfOf, late }: ThreadEntry): string {
    const behalf = onBehalfOf === null ? '' : this.#in(behalfOf(onBehalfOf));
    const mark = late ? this.#in(t('（补录）', ' (late entry)')) : '';
    return `${this.#in(sentence)}${behalf}${mark}${this.#stop}`;
  }

  /** Who owes what, by when, why then, and where the limit comes from: once for several of one source. */
  #clock({ kindName, unitName, because, citation }: ClockView, isSaid: boolean): string {
    const source = isSaid
      ? t('', '')
      : t(`（依据：${citation.text.zh}）`, ` (source: ${citation.text.en})`);
    return this.#in(
      t(
        `${unitName.zh}，${kindName.zh}：${because.zh}${source.zh}。`,
        `${unitName.en}, ${kindName.en.toLowerCase()}: ${because.en}${source.en}.`,
      ),
    );
  }

  closing(verified: Verified): string {
    const { verdicts, streams, events, differences } = verified;
    const asked = verdicts.filter(({ evaluated }) => evaluated > 0);
    const silent = verdicts.length - asked.length;
    const broken = verdicts.reduce((sum, { violations }) => sum + violations.length, 0);
    return lines([
      '',
      `## ${this.#in(MARK.check)}`,
      '',
      ...asked.map(({ invariant, evaluated, violations }) => {
        const name = `${String(invariant.number).padStart(4)}  ${this.#in(invariant.name)}`;
        return this.#in(
          t(
            `${name}：核对 ${evaluated} 次，违反 ${violations.length} 次`,
            `${name}: ${evaluated} checked, ${violations.length} broken`,
          ),
        );
      }),
      '',
      this.#in(
        t(
          `重放 ${streams} 条记录流、${events} 条记录：与存储不一致 ${differences.length} 处；违反约定 ${broken} 处；另有 ${silent} 项约定在这个情景中没有涉及。`,
          `${streams} streams and ${events} events were replayed: ${differences.length} differences from what is stored, ${broken} promises broken; ${silent} further promises are not touched by this story.`,
        ),
      ),
      this.#in(isSound(verified) ? t('一致。', 'All of it holds.') : t('不一致。', 'NOT SOUND.')),
    ]);
  }

  /** The day is said when it begins. */
  #dayOf(at: Instant): readonly string[] {
    const day = dateOfWall(zoneOf(this.#calendar.zone).toWall(at));
    if (day === this.#day) return [''];
    this.#day = day;
    return ['', `## ${dateWords(day, this.#lang)}`, ''];
  }

  #at(at: Instant, said: string): string {
    return `${timeWords(at, zoneOf(this.#calendar.zone))}  ${said}`.trimEnd();
  }

  /** What they are in the story, and the post they act from. */
  #who({ name, unit, role }: StoryActor): string {
    if (unit === undefined || role === undefined) return this.#in(name);
    const post = roleWords[role];
    const named = unitIn(this.#law, unit)?.name ?? { zh: unit, en: unit };
    return this.#in(
      t(
        `${name.zh}（${named.zh}${post.zh}）`,
        `${name.en} (${named.en}, ${post.en.toLowerCase()})`,
      ),
    );
  }

  #marked(mark: keyof typeof MARK, said: string): string {
    return indented(`${this.#in(MARK[mark])}${said}`);
  }

  #in(text: Text): string {
    return text[this.#lang];
  }

  get #gap(): string {
    return this.#lang === 'zh' ? '' : ' ';
  }

  get #stop(): string {
    return this.#lang === 'zh' ? '。' : '.';
  }
}

/** Somebody who helps the person, or the post that an act is entered for. */
function behalfOf(whom: Text): Text {
  const helps = Object.values(relationWords).some(({ zh }) => zh === whom.zh);
  return helps
    ? t(`（${whom.zh}）`, ` (${whom.en})`)
    : t(`（代${whom.zh}录入）`, ` (entered for ${whom.en})`);
}

const isSaidBelow = ({ citation }: ClockView, next: ClockView | undefined): boolean =>
  next?.citation.text.zh === citation.text.zh;

const lines = (all: readonly string[]): string => all.join('\n');
const indented = (said: string): string => `       ${said}`;
