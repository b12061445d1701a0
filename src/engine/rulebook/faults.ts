import type { z } from 'zod';
import type { Fault, Params } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Zod's issues in our own words' codes; a union's best branch stands for the union. */
export function faultsOf(error: z.ZodError): readonly Fault[] {
  return error.issues.flatMap((one) => faults(one, []));
}

function faults(issue: Issue, above: readonly PropertyKey[]): readonly Fault[] {
  const path = [...above, ...issue.path].map((key) =>
    typeof key === 'number' ? key : String(key),
  );
  const fault = (code: string, params: Params = {}): readonly Fault[] => [{ code, path, params }];
  switch (issue.code) {
    case 'custom': {
      const { code = 'wrong-type', ...params } = (issue.params ?? {}) as Record<string, string>;
      return fault(code, params);
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'unknown-key',
        path: [...path, key],
        params: { key },
      }));
    case 'invalid_value':
      return fault('not-one-of', { options: issue.values.map(String).join(', ') });
    case 'too_small':
      return fault('empty');
    case 'invalid_type':
      return issue.input === undefined
        ? fault('missing', { key: path.at(-1) ?? '' })
        : fault('wrong-type', { expected: issue.expected });
    case 'invalid_union':
      return bestOf(issue.errors.map((branch) => branch.flatMap((one) => faults(one, path))));
    default:
      return fault('wrong-type', { expected: issue.code });
  }
}

/** The branch that understood most: it complains of content, not of being another kind of thing. */
function bestOf(branches: readonly (readonly Fault[])[]): readonly Fault[] {
  const vague = new Set(['wrong-type', 'not-one-of', 'missing']);
  const understood = branches.filter((branch) => branch.every(({ code }) => !vague.has(code)));
  return understood[0] ?? branches.at(-1) ?? [];
}
