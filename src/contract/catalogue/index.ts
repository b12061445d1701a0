import type { ErrorCatalogue } from '../errors.ts';
import { apiErrors } from './api.ts';

/** Every code of every process and door. */
export const catalogue: ErrorCatalogue = { ...apiErrors };
