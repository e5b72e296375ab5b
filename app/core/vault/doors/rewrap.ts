import type { KeyEncryption } from '../key-encryption.ts';
import type { KeyStore } from '../key-store.ts';

const BATCH = 500;

/**
 * Door 5 of 5: keys only. Wraps every data key with the newest key-encryption
 * key; values are not touched. Resumable: what is already wrapped is skipped.
 *
 * @returns how many keys were wrapped anew
 */
export async function rewrap(store: KeyStore, encryption: KeyEncryption): Promise<number> {
  let afterId: string | null = null;
  let rewrapped = 0;
  for (;;) {
    const page = await store.page(afterId, BATCH);
    const last = page.at(-1);
    if (!last) return rewrapped;
    for (const { id, kekId, wrapped } of page) {
      if (kekId === encryption.kekId) continue;
      const key = encryption.unwrap(id, kekId, wrapped);
      await store.replaceWrapped(id, encryption.kekId, encryption.wrap(id, key));
      rewrapped += 1;
    }
    afterId = last.id;
  }
}
