import { z } from 'zod';
import { type Context, citation, duration, text } from './fields.ts';

/** 帮扶: the needs a measure can answer, what it may ask for, and how long anybody has to speak. */
export function support(context: Context) {
  const cited = { citation: citation(context) };
  const named = z.strictObject({ code: z.string(), name: text });
  const window = z.strictObject({ window: duration, ...cited });
  return z.strictObject({
    needs: z.array(named),
    conditions: z.array(named),
    documents: z.array(named.extend(cited)),
    answer: window,
    consent: window,
    receipt: window,
  });
}
