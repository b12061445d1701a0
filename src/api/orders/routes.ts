import type { Api, ApiParts } from '../parts.ts';
import { inwardRoutes } from './inward.ts';
import { outwardRoutes } from './outward.ts';

/** Orders of systems above: their sheets come in, ours go back. */
export function orderRoutes(api: Api, parts: ApiParts): void {
  inwardRoutes(api, parts);
  outwardRoutes(api, parts);
}
