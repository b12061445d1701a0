/** How a legal hold 法定保全 ended. */
export const HOLD_ENDS = ['DECLINED', 'NOT_AGREED', 'LIFTED', 'NOT_REVIEWED'] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];
