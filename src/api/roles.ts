import { roleWords } from '../contract/words.ts';
import type { Role } from '../core/process.ts';

export const ROLES = Object.keys(roleWords) as readonly Role[];
export const EVERYBODY: ReadonlySet<Role> = new Set(ROLES);
