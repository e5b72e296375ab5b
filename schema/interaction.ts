import * as z from 'zod';

/** What a company writes down about a relationship. */
export const InteractionKind = z.enum(['purchase', 'service', 'contact', 'visit']);
export type InteractionKind = z.infer<typeof InteractionKind>;

export const ENTRY_TEXT_MAX = 500;
