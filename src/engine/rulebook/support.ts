import { z } from 'zod';
import { INSTRUMENTS } from '../../core/rulebook/supports.ts';
import { citationIn, filled, name, several, sourced } from './cells.ts';
import { type Context, citation, duration, limit, text } from './fields.ts';

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

/** One at a time unless the cell says more. */
const most = z
  .string()
  .regex(/^\d{0,2}$/)
  .transform((cell) => (cell === '' ? 1 : Number(cell)));

/** `supports.csv`: a measure a row. */
export function supportRows(context: Context) {
  const citationOf = citationIn(context);
  return z
    .strictObject({
      id: filled,
      ...name,
      instrument: z.enum(INSTRUMENTS),
      provider: filled,
      needs: several,
      conditions: several,
      documents: several,
      within: limit,
      most,
      ...sourced,
    })
    .transform(({ zh, en, source, item, ...measure }, ctx) => ({
      ...measure,
      name: { zh, en },
      citation: citationOf({ source, item }, ctx),
    }));
}
