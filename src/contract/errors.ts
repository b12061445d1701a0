import type { Lang, Problem, Text } from './common.ts';

/**
 * Every code a reader can meet: what happened, by which rule, and what to do next. `{name}` takes
 * a parameter of the refusal. A code once published keeps its meaning.
 */
export interface ErrorWords {
  readonly what: Text;
  readonly next: Text;
  /** HTTP status at the API's edge; 409 unless said. */
  readonly status?: number;
}

export type ErrorCatalogue = Readonly<Record<string, ErrorWords>>;

const fill = (template: string, params: Problem['params']): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/**
 * The words for a code; an unknown one still says what to do, and a test keeps it from happening.
 * `shown` has the parameters as people call them (a unit's name for its id).
 */
export const problem = (
  catalogue: ErrorCatalogue,
  code: string,
  params: Problem['params'],
  lang: Lang,
  shown: Problem['params'] = params,
): Problem => {
  const words = catalogue[code] ?? catalogue.unknown;
  if (!words) throw new Error(`no words for ${code}`);
  return {
    code,
    what: fill(words.what[lang], shown),
    next: fill(words.next[lang], shown),
    params,
    fields: [],
  };
};
