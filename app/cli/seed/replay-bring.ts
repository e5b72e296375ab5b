import { bringEntries, bringText } from '#app/core/import/bring-entries.ts';
import { createEntryVerifier } from '#app/core/import/verify-entry.ts';
import { createForeignPast } from './foreign-past.ts';
import type { BringAct } from './plan/planned-act.ts';
import { personNamed, type ReplayContext } from './replay-context.ts';

/** What somebody brought along from another portal: kept as evidence, checked as an import checks it. */
export async function replayBring(replay: ReplayContext, act: BringAct): Promise<void> {
  const { core } = replay;
  const { customerId } = personNamed(replay, act.person);
  const { entries, text } = await createForeignPast(core.world, act.at);
  const verify = createEntryVerifier({ origin: '', key: '' });
  await bringEntries(
    core,
    customerId,
    entries.map((entry) => ({ entry, verified: verify(entry) })),
  );
  await bringText(core, customerId, text.textHash, text.card);
}
