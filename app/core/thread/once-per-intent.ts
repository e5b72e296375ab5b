import type { Core } from '../shared/core.ts';
import { type Intent, IntentError } from '../shared/idempotency-store.ts';
import type { Writers } from '../shared/storage.ts';

/**
 * Carries a form out once, however often and however much at once it is sent;
 * every time answered with the id that the first one gave.
 *
 * @throws IntentError when the same form comes with another content
 */
export async function oncePerIntent<Id extends string>(
  core: Pick<Core, 'storage' | 'world'>,
  intent: Intent | undefined,
  id: Id,
  work: (tx: Writers) => Promise<void>,
): Promise<Id> {
  const at = core.world.now();
  const carryOut = () =>
    core.storage.transact(async (tx) => {
      const done = intent && (await tx.idempotency.find(intent));
      if (done && done.bodyHash !== intent.bodyHash) throw new IntentError('intent-reused');
      if (done) return done.outcome as Id;
      if (intent) await tx.idempotency.insert({ ...intent, outcome: id }, at);
      await work(tx);
      return id;
    });
  try {
    return await carryOut();
  } catch (error) {
    if (!core.storage.isUniqueViolation(error)) throw error;
    // The same form came twice at once; the other one is written now.
    return carryOut();
  }
}
