import * as z from 'zod';

/**
 * Why a company is told: a yes taken back, the relationship ended, the account
 * erased, a value corrected (GDPR Art. 16), processing restricted (Art. 18).
 * Art. 19 asks that every recipient hears of the last three.
 */
export const RecallKind = z.enum(['withdrawn', 'ended', 'erased', 'rectified', 'restricted']);
export type RecallKind = z.infer<typeof RecallKind>;

/** `called-off`: the customer said yes again. `covered`: a later recall asks for all of it. */
export const RecallState = z.enum(['told', 'confirmed', 'called-off', 'covered']);
export type RecallState = z.infer<typeof RecallState>;

/** How long a company may take before its recall counts as overdue. */
export const RECALL_DAYS = 14;
