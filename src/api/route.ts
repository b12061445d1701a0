import type { FastifyRequest } from 'fastify';
import { Problem } from '../contract/common.ts';
import type { Reader } from './parts.ts';
import { Refused } from './problem.ts';

/** The reader the gate let through. */
export function readerIn(request: FastifyRequest): Reader {
  if (request.reader === null) throw new Refused('api.not-signed-in');
  return request.reader;
}

/** Which problems a route may answer with, for its description. */
export const problems = (...statuses: readonly number[]): Record<number, typeof Problem> =>
  Object.fromEntries([...statuses, 500, 503].map((status) => [status, Problem]));

export const iso = (instant: number): string => new Date(instant).toISOString();
export const isoOrNull = (instant: number | null): string | null =>
  instant === null ? null : iso(instant);
