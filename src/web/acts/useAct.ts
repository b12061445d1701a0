import { useRef } from 'react';
import { client } from '../server/client.ts';
import { Refused } from '../server/http.ts';
import { intents } from '../server/intent.ts';
import { MATTERS } from '../server/queries.ts';
import { useSend } from '../server/useSend.ts';

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

/** `done` is told before anything is asked again: what is asked may take the form away. */
export const useAct = (path: string, done: (answer: Done) => void) => {
  const send = useRef(intents());
  return useSend({
    mutationFn: (body: object) => send.current<Done>(path, body),
    onSuccess: (answer) => {
      done(answer);
      return refresh();
    },
  });
};
