import { writeSync } from 'node:fs';
import { openCheckpointLock } from '#app/core/ledger/checkpoint-lock.ts';
import { parseSignerKey } from '#app/core/ledger/note-key.ts';
import { growingLog } from './growing-log.ts';

/**
 * One process among several: reads the lock and advances it by one entry,
 * until the log has `goal` entries. Writes each size it was told it had won,
 * after it was told.
 */
const [folder = '', secret = '', goal = ''] = process.argv.slice(2);
const signer = parseSignerKey(secret);
const log = growingLog(signer, Number(goal));
const lock = openCheckpointLock(folder, { origin: signer.name, keys: [signer] });
for (;;) {
  const from = lock.read();
  const size = (from?.size ?? 0) + 1;
  if (size > Number(goal)) break;
  const [to, proof] = [await log.checkpoint(size), await log.proof(from?.size ?? 0, size)];
  try {
    lock.advance(from, to, proof);
    writeSync(1, `${size}\n`);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ledger-lock-moved') throw error;
  }
}
