import type { Core } from '../shared/core.ts';
import { PORTAL_KEY_ID } from '../vault/places.ts';

/**
 * Begins the log of a new portal. The origin names it for ever, whatever the
 * portal's address becomes; the portal's key seals what belongs to nobody in
 * particular. Does nothing when the log is there.
 *
 * @returns the origin in force
 */
export async function createLog(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  origin: string,
): Promise<string> {
  const state = await core.storage.read.ledger.state();
  if (state) return state.origin;
  if (!(await core.keys.find(PORTAL_KEY_ID))) await core.keys.create(PORTAL_KEY_ID);
  return core.storage.transact(async (tx) => {
    await tx.ledger.lock();
    const raced = await tx.ledger.state();
    if (!raced) await tx.ledger.create(origin, core.world.now());
    return raced?.origin ?? origin;
  });
}
