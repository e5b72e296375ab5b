import { createCipheriv, randomBytes } from 'node:crypto';
import { HEADER_BYTES, NONCE_BYTES, SEAL_AES_256_GCM, SEAL_VERSION, TAG_BYTES } from './sealed-format.ts';

/**
 * @param key 32 bytes
 * @param place what the bytes belong to, e.g. `vault_blob/<customer>/<group>/<row version>`
 * @param generation of the key, 0-65535
 */
export function seal(key: Buffer, place: string, plain: Buffer, generation = 0): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(SEAL_VERSION, 0);
  header.writeUInt8(SEAL_AES_256_GCM, 1);
  header.writeUInt16BE(generation, 2);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.concat([header, Buffer.from(place, 'utf8')]));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([header, nonce, body, cipher.getAuthTag()]);
}

/** JSON under a key; the counterpart is `openJson` behind the doors. */
export function sealJson(key: Buffer, place: string, value: unknown): Buffer {
  return seal(key, place, Buffer.from(JSON.stringify(value), 'utf8'));
}
