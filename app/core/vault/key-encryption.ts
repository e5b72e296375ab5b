import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { KEY_BYTES, NONCE_BYTES, TAG_BYTES } from './sealed-format.ts';
import { VaultError } from './vault-error.ts';

/**
 * The key-encryption key: the one secret outside the databases. A provider
 * gives it by id; the default reads `keys/kek.key` in DATA_DIR. A KMS would
 * implement the same two functions.
 */
export interface KeyEncryption {
  readonly kekId: string;
  wrap(keyId: string, key: Buffer): Buffer;
  /** @throws VaultError when the wrapped bytes belong to another key id or another key-encryption key */
  unwrap(keyId: string, kekId: string, wrapped: Buffer): Buffer;
  /** Key of the blind indices, derived, never stored. */
  readonly indexKey: Buffer;
}

/** @param keks 32-byte keys; the first wraps, all unwrap (rotation) */
export function keyEncryption(keks: readonly Buffer[]): KeyEncryption {
  const byId = new Map(keks.map((kek) => [kekIdOf(kek), kek]));
  const current = keks[0];
  if (!current || keks.some((kek) => kek.length !== KEY_BYTES))
    throw new VaultError('key-encryption key must be 32 bytes');
  const kekId = kekIdOf(current);
  // The index key must outlive rotation: it comes from the oldest key.
  const oldest = keks[keks.length - 1] ?? current;
  return {
    kekId,
    indexKey: createHash('sha256').update('driverseat/blind-index/v1').update(oldest).digest(),
    wrap: (keyId, key) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(`vault_key/${keyId}/${kekId}`));
      return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap: (keyId, wrappedBy, wrapped) => {
      const kek = byId.get(wrappedBy);
      if (!kek)
        throw new VaultError(`key ${keyId} is wrapped by key-encryption key ${wrappedBy}, which is not here`);
      try {
        const decipher = createDecipheriv('aes-256-gcm', kek, wrapped.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(`vault_key/${keyId}/${wrappedBy}`));
        decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG_BYTES));
        return Buffer.concat([
          decipher.update(wrapped.subarray(NONCE_BYTES, wrapped.length - TAG_BYTES)),
          decipher.final(),
        ]);
      } catch (cause) {
        throw new VaultError(`key ${keyId} does not unwrap`, { cause });
      }
    },
  };
}

function kekIdOf(kek: Buffer): string {
  return createHash('sha256').update('driverseat/kek-id/v1').update(kek).digest('hex').slice(0, 8);
}
