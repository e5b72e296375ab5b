import type { PageEnd } from '#app/core/thread/thread-store.ts';
import { Instant } from '#schema/instant.ts';

/** Where a page ended, as it stands in an address; anything else is the beginning. */
export function pageEndOf(raw: string | null): PageEnd | undefined {
  const [at, id] = (raw ?? '').split('_');
  const instant = Instant.safeParse(at);
  return instant.success && id && /^[0-9a-f]{32}$/.test(id) ? { at: instant.data, id } : undefined;
}

export const pageEndText = ({ at, id }: PageEnd): string => encodeURIComponent(`${at}_${id}`);
