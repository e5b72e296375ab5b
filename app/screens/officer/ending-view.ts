import type { SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LocalizedText } from '#schema/language.ts';

/** Waits for its confirmation, its term ends, or its version may not be used any more. */
export const ENDING_KINDS = ['pending', 'expiring', 'ending'] as const;

/** Of one version of one purpose. */
export interface EndingItem {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly what: (typeof ENDING_KINDS)[number];
  readonly version: number;
  readonly count: number;
  /** Last day of the window, or of the version's use; null: none. */
  readonly until: Instant | null;
}

export interface EndingView {
  readonly at: Instant;
  readonly companyName: string;
  readonly item: EndingItem;
  /** What ends first, first; the first ones only. */
  readonly people: readonly {
    readonly subject: SubjectId;
    readonly decidedAt: Instant;
    readonly expiresAt: Instant | null;
  }[];
}

export function endingPath({ slug, what, version }: Pick<EndingItem, 'slug' | 'what' | 'version'>): string {
  return `/officer/ending?${new URLSearchParams({ purpose: slug, what, version: String(version) })}`;
}
