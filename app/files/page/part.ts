import type { BroughtEntry, ExportedDisclosure, ExportedEntry, OwnExport } from '#schema/own-export.ts';

/** More than a screen can use; the tables have all of it. */
export const PAGE_LINES = 500;

/** What has files of its own: the page shows the newest of it. */
export interface NewestLines {
  /** In order of the log. */
  readonly entries: readonly ExportedEntry[];
  /** Newest first. */
  readonly disclosures: readonly ExportedDisclosure[];
  /** As they came. */
  readonly brought: readonly BroughtEntry[];
  /** Each entry's proof is a file of its own. */
  readonly proofFiles: boolean;
}

/** What each part of the page is made of. */
export interface PartProps {
  readonly data: OwnExport;
  readonly newest: NewestLines;
}

/** Where the older lines stand, when the page shows only the newest. */
export const moreIn = (file: string, count: number, shown: number): string | undefined =>
  count > shown ? file : undefined;

export const nameOf = ({ companies }: OwnExport, slug: string): string =>
  companies.find((company) => company.slug === slug)?.name ?? slug;
