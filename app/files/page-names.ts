import type { OwnExport } from '#schema/own-export.ts';

/** Where the older lines stand, when the page shows only the newest. */
export const moreIn = (file: string, count: number, shown: number): string | undefined =>
  count > shown ? file : undefined;

export const nameOf = ({ companies }: OwnExport, slug: string): string =>
  companies.find((company) => company.slug === slug)?.name ?? slug;
