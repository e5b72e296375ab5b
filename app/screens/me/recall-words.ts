import type { RecallKind } from '#schema/recall.ts';

type Deed = 'deleted' | 'rectified' | 'restricted' | 'several';

/** What a company says that it did, in one word for all it was told at once. */
export function deedOf(kinds: readonly RecallKind[]): Deed {
  const deeds = new Set(
    kinds.map((kind) => (kind === 'rectified' || kind === 'restricted' ? kind : 'deleted')),
  );
  const [only] = deeds;
  return deeds.size === 1 && only ? only : 'several';
}
