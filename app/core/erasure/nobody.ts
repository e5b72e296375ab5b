import type { CustomerId, FactId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

/** To whom the relationships of erased people belong while their proof is kept. Nobody can sign in as nobody. */
export const NOBODY = {
  id: '0'.repeat(32) as CustomerId,
  factId: '0'.repeat(32) as FactId,
  at: '1970-01-01T00:00:00.000Z' as Instant,
} as const;

/** Stands in the log where a key was named that is gone. */
export const SHREDDED_KEY_ID = 'shredded';
