import type { Recall } from '../../recall/recall.ts';
import type { Core } from '../../shared/core.ts';
import { openEntries } from './open-evidence.ts';

/** What the company wrote to the customer about a recall: for the two of them, and never for another company. */
export async function openRecallNote(
  core: Pick<Core, 'storage' | 'keys'>,
  { ledgerIndex }: Pick<Recall, 'ledgerIndex'>,
): Promise<string | null> {
  const entry = ledgerIndex === null ? undefined : await core.storage.read.ledger.entry(ledgerIndex);
  const [opened] = entry ? await openEntries(core, [entry]) : [];
  return (opened?.record.kind === 'recall-confirmed' && opened.record.note) || null;
}
