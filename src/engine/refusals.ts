import { type Refusal, refuse } from '../core/process.ts';

/** What the engine itself refuses, whatever the process; catalogued like every refusal. */
export const ENGINE_REFUSALS = [
  'engine.alias-taken',
  'engine.bad-key',
  'engine.bad-stream',
  'engine.bad-text',
  'engine.changed-since-seen',
  'engine.in-the-future',
  'engine.key-reused',
  'engine.limit-reached',
  'engine.no-such-stream',
  'engine.reaction-failed',
  'engine.text-erased',
  'engine.too-large',
  'engine.too-long',
  'engine.version-missing',
] as const;

export type EngineRefusal = (typeof ENGINE_REFUSALS)[number];

export function engineRefusal(code: EngineRefusal, params: Refusal['params'] = {}): Refusal {
  return refuse(code, params).refusal;
}
