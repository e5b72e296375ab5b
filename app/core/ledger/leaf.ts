import { createHmac } from 'node:crypto';
import { canonicalJson, type JsonRecord } from './jcs.ts';
import { LedgerError } from './ledger-error.ts';

export const LEAF_ENTRY_BYTES = 33;
export const SALT_BYTES = 32;

const VERSION = Buffer.of(0x01);
const LABEL = 'driverseat/leaf/v1';

/**
 * The public bytes of one ledger entry:
 * 0x01 || HMAC-SHA256(salt, "driverseat/leaf/v1" || JCS(record)).
 *
 * All kinds look alike and nothing can be guessed from them without the salt,
 * which must be 32 fresh random bytes for every entry and is kept sealed with
 * the record. Whoever holds both can compute these bytes again.
 */
export function leafEntry(salt: Uint8Array, record: JsonRecord): Buffer {
  return Buffer.concat([VERSION, saltedCommitment(salt, LABEL, record)]);
}

/** HMAC-SHA256(salt, label || JCS(record)). A record begins with "{", so no label runs into one. */
export function saltedCommitment(salt: Uint8Array, label: string, record: JsonRecord): Buffer {
  return createHmac('sha256', assertSalt(salt)).update(label).update(canonicalJson(record)).digest();
}

/** HMAC pads a short key with zeros without a word, so the length is a rule here. */
export function assertSalt(salt: Uint8Array): Uint8Array {
  if (salt.length !== SALT_BYTES) throw new LedgerError('ledger-salt', { bytes: salt.length });
  return salt;
}
