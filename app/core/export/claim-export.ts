import type { Core } from '../shared/core.ts';
import type { Intent } from '../shared/idempotency-store.ts';
import { oncePerIntent } from '../thread/once-per-intent.ts';

/**
 * True for the one press that begins an export. A file leaves its page standing
 * as it was, so people press again: that must not be told to everybody in the
 * file as a second export.
 *
 * @param intent undefined for a form without one: each press is its own
 */
export async function claimExport(
  core: Pick<Core, 'storage' | 'world'>,
  intent: Intent | undefined,
): Promise<boolean> {
  const claim = core.world.newId();
  return (await oncePerIntent(core, intent, claim, async () => {})) === claim;
}
