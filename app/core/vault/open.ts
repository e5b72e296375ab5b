import { createDecipheriv } from 'node:crypto';
import { HEADER_BYTES, NONCE_BYTES, SEAL_AES_256_GCM, SEAL_VERSION, TAG_BYTES } from './sealed-format.ts';
import { VaultError } from './vault-error.ts';

/**
 * The only decryption of stored values. Imported by the doors and by nothing
 * else: tests/architecture.test.ts holds that.
 *
 * @throws VaultError for a wrong key, place, generation or any changed bit
 */
export function open(key: Buffer, place: string, sealed: Buffer): Buffer {
  if (sealed.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES)
    throw new VaultError(`sealed value too short: ${place}`);
  if (sealed[0] !== SEAL_VERSION || sealed[1] !== SEAL_AES_256_GCM)
    throw new VaultError(`unknown seal: ${place}`);
  const header = sealed.subarray(0, HEADER_BYTES);
  const nonce = sealed.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  const body = sealed.subarray(HEADER_BYTES + NONCE_BYTES, sealed.length - TAG_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.concat([header, Buffer.from(place, 'utf8')]));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch (cause) {
    throw new VaultError(`sealed value does not open: ${place}`, { cause });
  }
}

/** The JSON that `sealJson` sealed; the caller parses its shape. */
export function openJson(key: Buffer, place: string, sealed: Buffer): unknown {
  return JSON.parse(open(key, place, sealed).toString('utf8'));
}
