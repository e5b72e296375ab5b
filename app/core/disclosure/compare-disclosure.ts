import type { DisclosureId } from '#schema/ids.ts';
import type { DisclosureRecord } from '#schema/ledger.ts';
import { batchRoot, commitSubject } from '../ledger/disclosure-commitment.ts';
import type { LogFault } from '../ledger/log-fault.ts';
import type { Core } from '../shared/core.ts';
import { openBatchSalt } from '../vault/doors/open-evidence.ts';

/** Recomputes the root of one batch from its rows: a row added, dropped or changed later shows. */
export async function compareDisclosure(
  core: Pick<Core, 'storage' | 'keys'>,
  record: DisclosureRecord,
  ledgerIndex: number,
): Promise<LogFault | undefined> {
  const { read } = core.storage;
  const fault = (detail: string): LogFault => ({
    code: 'disclosure-mismatch',
    at: `entry ${ledgerIndex}`,
    detail,
  });
  const disclosure = await read.disclosure.find(record.batch as DisclosureId);
  if (!disclosure || disclosure.ledgerIndex !== ledgerIndex) return fault('the batch is not in the table');
  const rows = await read.disclosure.subjects(disclosure.id);
  // Rows of people whose evidence was shredded are gone; the root then can no longer be recomputed.
  if (rows.length !== record.count)
    return fault(`${record.count} people were recorded, ${rows.length} rows are there`);
  const salt = await openBatchSalt(core, disclosure.id, disclosure.saltSealed);
  const commitments: Buffer[] = [];
  for (const row of [...rows].sort((a, b) => a.position - b.position)) {
    const relationship = await read.relationship.find(row.relationshipId);
    if (!relationship) return fault('a row names a relationship that is not there');
    commitments.push(commitSubject(salt, relationship.subject, { fields: row.fields }));
  }
  return batchRoot(commitments).toString('hex') === record.root
    ? undefined
    : fault('the rows do not give the recorded root');
}
