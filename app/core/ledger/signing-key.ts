import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDurably } from './durable-file.ts';
import { LedgerFatalError } from './ledger-error.ts';
import { formatSignerKey, generateSignerKey, parseSignerKey, type SignerKey } from './note-key.ts';

/**
 * The log's signing key, in a file of its own outside the database and apart
 * from the data keys. Made once, with the log. A log that exists without its
 * key never gets a new one by itself: that would be another log under the same
 * name, and every receipt given out so far would stop verifying.
 *
 * @param logExists whether anything was ever appended or signed
 */
export function openSigningKey(options: { dataDir: string; origin: string; logExists: boolean }): SignerKey {
  const { dataDir, origin, logExists } = options;
  const path = signingKeyPath(dataDir);
  if (!existsSync(path)) {
    if (logExists) {
      throw new LedgerFatalError(
        'ledger-signing-key-missing',
        `The log ${origin} exists but its signing key ${path} is missing. Bring the file back from a backup.`,
      );
    }
    // Where two starts race, the file of the first is the key for both.
    createDurably(path, `${formatSignerKey(generateSignerKey(origin))}\n`);
  }
  return readSigningKey(path, origin);
}

export function signingKeyPath(dataDir: string): string {
  return join(dataDir, 'keys', 'log.key');
}

function readSigningKey(path: string, origin: string): SignerKey {
  try {
    const key = parseSignerKey(readFileSync(path, 'utf8').trimEnd());
    if (key.name === origin) return key;
  } catch (cause) {
    throw new LedgerFatalError('ledger-signing-key-unreadable', `${path} holds no signing key.`, { cause });
  }
  throw new LedgerFatalError(
    'ledger-signing-key-unreadable',
    `${path} holds the key of another log than ${origin}.`,
  );
}
