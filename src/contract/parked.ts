import { z } from 'zod';

/** A machine's command that was refused and waits for a human. */
export const ParkedView = z.object({
  id: z.string(),
  process: z.string(),
  case: z.string(),
  command: z.string(),
  code: z.string(),
  what: z.string(),
  next: z.string(),
});
export type ParkedView = z.infer<typeof ParkedView>;
