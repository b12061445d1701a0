import type { Outcome, ProposalView } from '../../contract/cases.ts';
import { proposeCategory } from '../../core/authority/category.ts';
import { propose } from '../../core/authority/propose.ts';
import { openTexts } from '../../engine/open.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { precedentsOf } from '../precedents/precedents.ts';
import { looksOnce } from './looks.ts';
import { readsOwnWords, recused, scopeOf, some } from './policy.ts';
import type { Reading } from './reading.ts';

const SIMILAR = 5;
const PRECEDENTS = 3;

const NOBODY = { lead: null, assisting: [], level: null, because: null, alternatives: [] };

/**
 * Where the duty list would send the case, and why; before triage, which categories its words
 * speak for. A person decides: this only says what the rulebook says.
 */
export async function proposalOf(
  parts: ApiParts,
  reader: Reader,
  reading: Reading,
  /** A category the reader tries out; what triage has settled stands before it. */
  tried?: string,
): Promise<ProposalView> {
  const { state, names } = reading;
  const categories =
    state.triage === null ? withTheirs(reading, await suggested(parts, reader, reading)) : [];
  const category = state.triage?.category ?? tried ?? categories[0]?.code ?? null;
  const where = category === null ? null : allocation(category, reading);
  const precedents =
    category === null ? [] : await precedentsOf(parts, reader, reading, category, PRECEDENTS);
  return {
    categories,
    category,
    ...(where ?? NOBODY),
    similar: category === null ? [] : await similarTo(parts, reader, reading, category),
    precedents: precedents.map(({ case: id, at, leadName, reason }) => ({
      case: id,
      at,
      leadName,
      reason,
    })),
  };

  function allocation(code: string, { institution, now }: Reading) {
    const proposal = propose(institution, code, state.place.unit, now);
    if (proposal.none) {
      const citation = { text: proposal.because, illustrative: false };
      return { ...NOBODY, because: { sentence: proposal.because, citation } };
    }
    const named = (unit: string) => ({ unit, name: names.unit(unit) });
    const { sentence, citation } = proposal.because;
    return {
      lead: named(proposal.lead),
      assisting: proposal.assisting.map(named),
      level: proposal.level,
      because: { sentence, citation },
      alternatives: proposal.alternatives.map(({ unit, because }) => ({
        ...named(unit),
        because: because.sentence,
      })),
    };
  }
}

type Suggested = ProposalView['categories'];

/** How the system that gave the order sorted it comes first, with whose sorting it is. */
function withTheirs({ state, names, law }: Reading, own: Suggested): Suggested {
  const leaves = new Set(law.rulebook.categories.map(({ code }) => code));
  const theirs = state.external.flatMap(({ system, category }) =>
    category !== null && category !== undefined && leaves.has(category)
      ? [
          {
            code: category,
            name: names.category(category),
            because: { zh: `${system}这样分类`, en: `${system} sorts it so` },
          },
        ]
      : [],
  );
  const [first] = theirs;
  if (first === undefined) return own;
  return [first, ...own.filter(({ code }) => code !== first.code)];
}

/** Categories the words speak for, with the words that do. */
async function suggested(
  parts: ApiParts,
  reader: Reader,
  reading: Reading,
): Promise<ProposalView['categories']> {
  const { state, row, law, names, institution, now } = reading;
  if (!some(reader, institution, now, (post, by) => readsOwnWords(post, state, by))) return [];
  const looks = await looksOnce(parts, reader, reading, [{ sealed: state.words, field: 'words' }]);
  const texts = await openTexts(parts, reader.tenant, row.stream, [state.words], looks);
  const words = texts.get(state.words.ref);
  if (words === undefined) return [];
  const emergency = state.emergency !== null;
  return proposeCategory(law.rulebook, words, { emergency }).map(({ category, matched }) => ({
    code: category,
    name: names.category(category),
    because: {
      zh: `诉求中提到${matched.map((word) => `“${word}”`).join('、')}`,
      en: `The words mention ${matched.map((word) => `“${word}”`).join(', ')}`,
    },
  }));
}

/**
 * Others of the category that have ended, and how, as far as the reader may know of them: they are
 * not ordered by anything but time.
 */
async function similarTo(
  { queries }: ApiParts,
  reader: Reader,
  { row, law, names, institution, now }: Reading,
  category: string,
): Promise<ProposalView['similar']> {
  const scope = scopeOf(reader, law.rulebook);
  if (scope === null) return [];
  const filter = { process: 'case', ...scope.filter, bucket: 'closed', category };
  const { rows } = await queries.list(reader.tenant, filter, 2 * SIMILAR, null);
  return rows
    .filter((other) => other.stream !== row.stream && !recused(reader, other, institution, now))
    .slice(0, SIMILAR)
    .map(({ stream, title, lead, outcome }) => ({
      case: stream,
      title,
      leadName: lead === null ? null : names.unit(lead),
      outcome: outcome as Outcome | null,
    }));
}
