import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Lang } from '../../core/text.ts';
import { type Calendar, parseIso, zoneOf } from '../../core/time/index.ts';
import { shippedCalendar } from '../../engine/calendar/shipped.ts';
import { shippedRulebook } from '../../engine/rulebook/shipped.ts';
import { isSound } from '../../engine/verify/index.ts';
import type { Guide } from '../../portal/demo.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { type Scenario, shippedScenario } from './file.ts';
import { type House, openHouse, PASSWORD, type Stores } from './house.ts';
import { play, type Told } from './play.ts';
import { Prose } from './prose.ts';

/** A shipped rulebook with its story and the calendar it runs on. */
export interface Story {
  readonly scenario: Scenario;
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
}

/**
 * A shipped story.
 *
 * @throws FileFault where the story's file is not in order
 */
export function storyOf(name: string): Story {
  const rulebook = shippedRulebook(name);
  const calendar = rulebook === null ? null : shippedCalendar(rulebook.calendar);
  if (rulebook === null || calendar === null) throw new Error(`${name} is not shipped whole`);
  return { rulebook, calendar, scenario: shippedScenario(rulebook, zoneOf(calendar.zone)) };
}

/** How a story went. */
export interface Ended {
  readonly house: House;
  /** Null where every step went as the story says. */
  readonly wrong: Extract<Told, { kind: 'wrong' }> | null;
  readonly sound: boolean;
}

export interface Telling {
  readonly lang: Lang;
  /** Given each piece of prose as it happens. */
  readonly print: (prose: string) => void;
  /** The server is to be looked at afterwards. */
  readonly watch?: boolean;
  /** Where its doors are; any that is free where nothing is said. */
  readonly port?: number;
  /** Told as soon as the doors are open. */
  readonly opened?: (origin: string) => void;
}

/** Plays a story on a server of its own and tells it; what was started ends with `life`. */
export async function tell(
  { scenario, rulebook, calendar }: Story,
  stores: Stores,
  life: Lifecycle,
  { lang, print, watch = false, port = 0, opened = () => {} }: Telling,
): Promise<Ended> {
  const begins = parseIso(scenario.begins, zoneOf(calendar.zone));
  if (begins === null) throw new Error(`${rulebook.id}: the story begins at no time`);
  const receipts: string[] = [];
  const guide = watch ? guideOf(scenario, receipts) : null;
  const house = await openHouse(
    stores,
    { scenario, rulebook, calendar, begins, guide, port },
    life,
  );
  opened(house.origin);
  const prose = new Prose(scenario, rulebook, calendar, lang);
  print(prose.opening());
  let wrong: Ended['wrong'] = null;
  for await (const piece of play({ house, scenario, calendar, lang })) {
    print(prose.told(piece));
    if (piece.kind === 'wrong') wrong = piece;
    else if (piece.kind === 'step' && piece.receipt !== null) receipts.push(piece.receipt);
  }
  const verified = await house.verify();
  print(prose.closing(verified));
  return { house, wrong, sound: isSound(verified) };
}

/** Whom to sign in as, for whoever watches. */
function guideOf({ title, setting, actors }: Scenario, receipts: readonly string[]): Guide {
  const shown = () => receipts.map((code) => ({ code, what: title }));
  return {
    story: { title, setting },
    password: PASSWORD,
    seats: Object.entries(actors).flatMap(([login, { unit, role, name, why }]) =>
      unit === undefined || role === undefined
        ? []
        : [{ login, posts: [{ unit, role }], why: why ?? name }],
    ),
    receipts: {
      get zh() {
        return shown();
      },
      get en() {
        return shown();
      },
    },
  };
}
