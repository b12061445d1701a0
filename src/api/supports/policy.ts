import type { Institution } from '../../core/authority/institution.ts';
import { handles, postsOf } from '../../core/authority/posts.ts';
import { ancestorsOf, unitIn } from '../../core/authority/units.ts';
import type { Instant, Post } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { ListEntry } from '../../engine/ports.ts';
import { mayKnow, recused } from '../cases/policy.ts';
import type { Reader } from '../parts.ts';

/**
 * What of a support a reader sees: `words` are the texts under its own key, `line` everything else.
 * A need is sensitive, so a unit in whose territory it lies, or that merely knows of the case, is
 * told of neither.
 */
export type Sight = 'words' | 'line' | null;

export function sightOf(
  reader: Reader,
  row: ListEntry,
  about: ListEntry | null,
  institution: Institution,
  law: Rulebook,
  now: Instant,
): Sight {
  if (about === null || [row, about].some((one) => recused(reader, one, institution, now))) {
    return null;
  }
  const sights = postsOf(institution, reader.post, now).map((post) =>
    ofPost(post, row, about, law),
  );
  // Intake staff who may know of the request enter what the person says, and read it to them.
  const helps =
    reader.post.role === 'intake_agent' && mayKnow(reader, about, institution, law, now);
  if (helps || sights.includes('words')) return 'words';
  return sights.includes('line') ? 'line' : null;
}

function ofPost({ unit, role }: Post, row: ListEntry, about: ListEntry, law: Rulebook): Sight {
  const has = row.holder === unit || row.receivedBy === unit;
  const handling = about.holder === unit || about.lead === unit;
  switch (role) {
    case 'unit_handler':
    case 'office_head':
      return has || handling ? 'words' : null;
    case 'unit_head':
      return has || handling ? 'words' : isAbove(unit, row, law) ? 'line' : null;
    case 'liaison':
      return row.receivedBy === unit ? 'words' : null;
    case 'supervisor':
    case 'sponsor':
      return isAbove(unit, row, law) || unitIn(law, unit)?.type === 'centre' ? 'line' : null;
    case 'auditor':
      return 'line';
    default:
      return null;
  }
}

const isAbove = (unit: string, { holder }: ListEntry, law: Rulebook): boolean =>
  ancestorsOf(law, holder).some(({ id }) => id === unit);

/** Whose list it is: what the unit gives or offered; those who watch over all see all. */
export const listsAll = ({ unit, role }: Post, law: Rulebook): boolean =>
  role === 'auditor' || (role === 'supervisor' && unitIn(law, unit)?.type === 'centre');

export const worksOn = (post: Post): boolean =>
  handles(post) || post.role === 'liaison' || post.role === 'intake_agent';
