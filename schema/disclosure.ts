import * as z from 'zod';

/** How data left: one person opened, a page of people, a file, a look at evidence by the officer. */
export const DisclosureKind = z.enum(['view', 'list', 'export', 'evidence']);
export type DisclosureKind = z.infer<typeof DisclosureKind>;
