import { z } from 'zod';
import { ContactDetails } from './cases.ts';
import { Text } from './common.ts';

export const PersonalField = z.enum(['contact', 'place']);
export const LookRequest = z.object({ purpose: z.string().trim().min(4).max(200) });
export const LookView = z.object({
  at: z.string(),
  field: z.string(),
  by: Text,
  purpose: z.string(),
});
export type LookView = z.infer<typeof LookView>;
export const PersonalView = z.object({
  contact: ContactDetails.nullable(),
  placeDetail: z.string().nullable(),
});
