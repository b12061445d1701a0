import { QueryClient } from '@tanstack/react-query';
import { Refused } from './http.ts';

/** A refusal is an answer: only silence is asked again. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (times, failure) => !(failure instanceof Refused) && times < 2,
      refetchOnWindowFocus: true,
      staleTime: 5_000,
    },
  },
});
