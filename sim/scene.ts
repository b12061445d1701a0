import { type Institution, rulebookAt } from '../src/core/authority/institution.ts';
import type { CommandType as CallbackCommandType } from '../src/core/callback/commands.ts';
import type { CommandType } from '../src/core/case/commands.ts';
import type { CaseState } from '../src/core/case/index.ts';
import type { CommandType as PetitionCommandType } from '../src/core/petition/commands.ts';
import type { StreamId } from '../src/core/process.ts';
import type { CommandType as RetentionCommandType } from '../src/core/retention/commands.ts';
import type { Rulebook } from '../src/core/rulebook/rulebook.ts';
import type { CommandType as SupportCommandType } from '../src/core/support/commands.ts';
import type { CommandType as WhistleCommandType } from '../src/core/whistle/commands.ts';
import type { District } from './district.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** One case as the people around it find it, and what they know of the institution. */
export interface Scene {
  readonly world: World;
  readonly r: Random;
  readonly district: District;
  readonly institution: Institution;
  readonly law: Rulebook;
  readonly stream: StreamId;
  readonly state: CaseState;
}

/** What a door would send: the command's data and the texts that belong into the vault. */
export interface Said {
  readonly type:
    | CommandType
    | WhistleCommandType
    | CallbackCommandType
    | PetitionCommandType
    | SupportCommandType
    | RetentionCommandType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, string>>;
}

export function sceneOf(
  world: World,
  district: District,
  institution: Institution,
  stream: StreamId,
): Scene {
  const law = rulebookAt(institution, world.now) ?? district.law;
  const state = world.state(stream);
  return { world, r: world.people, district, institution, law, stream, state };
}

/** Marks every private text, so that one that got out is found. */
export const PRIVATE = '〔私〕';

export function privateText(r: Random, what: string): string {
  return `${PRIVATE}${what}${r.int(1, 999_999)}`;
}
