import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CaseAct } from '../../contract/cases.ts';
import { client } from '../server/client.ts';
import { post, Refused } from '../server/http.ts';
import { intents } from '../server/intent.ts';
import { paths } from '../server/paths.ts';

export interface Done {
  readonly id: string;
  readonly version: number;
}

/** The human saw another version than the log now holds; nothing was decided for them. */
export const STALE = 'engine.changed-since-seen';
export const isStale = (failure: unknown): boolean =>
  failure instanceof Refused && failure.problem.code === STALE;

/** Lists, desks and the case itself are asked again after any act. */
export const refresh = (id: string): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['case', id] }),
    client.invalidateQueries({ queryKey: ['acts'] }),
    client.invalidateQueries({ queryKey: ['cases'] }),
    client.invalidateQueries({ queryKey: ['proposal', id] }),
  ]);

export const sendAct = (id: string, act: CaseAct, body: object, key: string): Promise<Done> =>
  post<Done>(paths.act(id, act), body, key);

/** `done` is told before anything is asked again: what is asked may take the form away. */
export const useAct = (id: string, act: CaseAct, done: () => void) => {
  const key = useRef(intents());
  return useMutation({
    mutationFn: (body: object) => sendAct(id, act, body, key.current(body)),
    onSuccess: () => {
      done();
      return refresh(id);
    },
  });
};
