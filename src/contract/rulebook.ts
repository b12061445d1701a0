import { z } from 'zod';
import { Citation, PageQuery, page, Text } from './common.ts';

export const UnitView = z.object({
  id: z.string(),
  name: Text,
  type: z.enum(['district', 'street', 'community', 'department', 'utility', 'centre', 'civic']),
  parent: z.string().nullable(),
  telephone: z.string().nullable(),
});
export type UnitView = z.infer<typeof UnitView>;

export const CategoryView = z.object({
  code: z.string(),
  name: Text,
  parent: z.string().nullable(),
  urgency: z.string(),
});
export type CategoryView = z.infer<typeof CategoryView>;

export const DutyView = z.object({
  id: z.string(),
  holder: z.string(),
  holderName: Text,
  category: z.string(),
  categoryName: Text,
  mode: z.enum(['BASIC', 'SUPPORT', 'WITHDRAWN']),
  leadName: Text.nullable(),
  citation: Citation,
  validFrom: z.string(),
  validTo: z.string().nullable(),
});
export type DutyView = z.infer<typeof DutyView>;

export const DutyPage = page(DutyView);
export type DutyPage = z.infer<typeof DutyPage>;
export const DutyQuery = PageQuery.extend({
  /** Lines that bind this unit, those written for its type included. */
  unit: z.string().max(60).optional(),
  category: z.string().max(40).optional(),
  mode: DutyView.shape.mode.optional(),
  text: z.string().max(80).optional(),
});

export const ReasonView = z.object({ code: z.string(), name: Text, citation: Citation });

export const ChannelView = z.object({
  code: z.string(),
  kind: z.enum(['emergency', 'statutory', 'out_of_scope']),
  name: Text,
  nextPath: Text,
  telephone: z.string().nullable(),
  citation: Citation,
});
export type ChannelView = z.infer<typeof ChannelView>;

/** The law in force, as far as screens need it; duty lines are paged apart. */
export const RulebookView = z.object({
  id: z.string(),
  version: z.string(),
  title: Text,
  effectiveFrom: z.string(),
  calendar: z.string(),
  units: z.array(UnitView),
  offices: z.array(z.object({ id: z.string(), unit: z.string(), name: Text })),
  categories: z.array(CategoryView),
  urgencies: z.array(z.object({ code: z.string(), name: Text })),
  channels: z.array(ChannelView),
  suspensionReasons: z.array(ReasonView),
  objectionBases: z.array(ReasonView),
  /** 职权清单; `internal`: a leader may hand it to one beneath, for one case. */
  powers: z.array(
    z.object({ id: z.string(), name: Text, delegable: z.enum(['internal', 'statutory', 'no']) }),
  ),
  /** Needs that the catalogue of supports knows. */
  needs: z.array(z.object({ code: z.string(), name: Text })),
});
export type RulebookView = z.infer<typeof RulebookView>;
