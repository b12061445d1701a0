import type { Institution } from '../../core/authority/institution.ts';
import { unitIn } from '../../core/authority/units.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { Instant, StreamId, UnitId } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { WhistleState } from '../../core/whistle/state.ts';
import type { Crypto, TenantId } from '../../engine/ports.ts';
import type { Chance } from './chance.ts';
import type { Deed } from './perform.ts';
import type { Staff } from './roster.ts';
import type { Matter, Phrases } from './texts.ts';

/** Everything the stories have in common. */
export interface World {
  readonly tenant: TenantId;
  readonly crypto: Crypto;
  readonly institution: Institution;
  readonly law: Rulebook;
  readonly staff: Staff;
}

/** One request's own: what it is about, where it lies, and the dice it is told with. */
export interface Cast extends World {
  readonly name: string;
  /** Counts from 1. */
  readonly number: number;
  readonly stream: StreamId;
  readonly matter: Matter;
  readonly mark: string;
  /** A title is the office's, and in its language whatever the person speaks. */
  readonly titleMark: string;
  readonly phrases: Phrases;
  readonly place: UnitId;
  readonly street: UnitId;
  readonly chance: Chance;
  /** Numbers of buildings and entrances. */
  readonly n: number;
  readonly m: number;
  /** Its deadlines run day and night, so its people do not wait for the office to open. */
  readonly aroundTheClock: boolean;
}

/** The next thing that happens, so many minutes after the one before. */
export interface Move {
  readonly gap: number;
  /** Minutes of any hour of the day; else minutes of office time. */
  readonly anyHour: boolean;
  readonly alone?: boolean;
  deed(state: CaseState, at: Instant): Deed;
}

/** The same in a whistle about the matter. */
export interface WhistleMove extends Omit<Move, 'deed'> {
  deed(state: WhistleState, at: Instant, load: (unit: UnitId) => number): Deed;
}

/** The same of a support or a sponsorship beside the matter. */
export interface BesideMove extends Omit<Move, 'deed'> {
  deed(at: Instant): Deed;
}

/** A story's stream, for those who know its name. */
export const streamOf = (crypto: Crypto, tenant: TenantId, name: string): StreamId =>
  crypto.derive(`demonstration/${tenant}/${name}`, 80);

export const filled = (cast: Cast, text: string): string =>
  text.replaceAll('{n}', String(cast.n)).replaceAll('{m}', String(cast.m));

export const streetOf = (law: Rulebook, community: UnitId): UnitId =>
  unitIn(law, community)?.parent ?? community;

/** The urgencies of the demonstration's rulebook whose deadlines are in plain minutes and hours. */
const DAY_AND_NIGHT: readonly string[] = ['utility', 'critical'];

export const urgencyOf = (law: Rulebook, matter: Matter): string =>
  law.categories.find(({ code }) => code === matter.category)?.urgency ?? '';

export const isAroundTheClock = (law: Rulebook, matter: Matter): boolean =>
  DAY_AND_NIGHT.includes(urgencyOf(law, matter));
