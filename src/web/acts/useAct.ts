import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CaseAct } from '../../contract/cases.ts';
import { client } from '../server/client.ts';
import { post, Refused } from '../server/http.ts';
import { intents } from '../server/intent.ts';
import { paths } from '../server/paths.ts';
import { MATTERS } from '../server/queries.ts';

export interface Done {
  readonly id: string;
  readonly version: number;
}

/** The human saw another version than the log now holds; nothing was decided for them. */
export const STALE = 'engine.changed-since-seen';
export const isStale = (failure: unknown): boolean =>
  failure instanceof Refused && failure.problem.code === STALE;

/** Lists, desks and the matter itself are asked again after any act: one may move another. */
export const refresh = (): Promise<unknown> =>
  client.invalidateQueries({ predicate: ({ queryKey }) => MATTERS.has(String(queryKey[0])) });

export const sendAct = (id: string, act: CaseAct, body: object, key: string): Promise<Done> =>
  post<Done>(paths.act(id, act), body, key);

/** `done` is told before anything is asked again: what is asked may take the form away. */
export const useAct = (path: string, done: (answer: Done) => void) => {
  const key = useRef(intents());
  return useMutation({
    mutationFn: (body: object) => post<Done>(path, body, key.current(body)),
    onSuccess: (answer) => {
      done(answer);
      return refresh();
    },
  });
};
