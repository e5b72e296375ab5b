import { Slug } from './ids.ts';

/** `all` is what forms send for "every one of them"; the others are pages beside those of a purpose. */
export const RESERVED_PURPOSE_SLUGS = ['all', 'detail', 'leave', 'preview', 'record'] as const;

/** The same for companies. */
export const RESERVED_COMPANY_SLUGS = ['all', 'confirm', 'reach'] as const;

/** The slug of a purpose: behind another one its page could not be opened. */
export const PurposeSlug = freeSlug(RESERVED_PURPOSE_SLUGS);
export type PurposeSlug = Slug;

/** The slug of a company. */
export const CompanySlug = freeSlug(RESERVED_COMPANY_SLUGS);
export type CompanySlug = Slug;

function freeSlug(reserved: readonly string[]) {
  return Slug.refine((slug) => !reserved.includes(slug), {
    error: ({ input }) => `the portal has a page "${String(input)}" of its own here: choose another word`,
  });
}
