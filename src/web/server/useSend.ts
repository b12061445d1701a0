import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';

/**
 * Something sent by a press. A button is drawn as busy a moment after it was pressed, and the second
 * half of a double click falls into that moment: while the first press is under way it does nothing.
 */
export const useSend = <Answer, Body = void>(options: UseMutationOptions<Answer, Error, Body>) => {
  const { mutate: send, ...rest } = useMutation(options);
  const busy = useRef(false);
  const mutate = useCallback(
    (body: Body) => {
      if (busy.current) return;
      busy.current = true;
      send(body, {
        onSettled: () => {
          busy.current = false;
        },
      });
    },
    [send],
  );
  return { ...rest, mutate };
};
