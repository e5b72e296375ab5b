import type { Instant } from '#schema/instant.ts';

export interface WrappedKey {
  readonly id: string;
  readonly kekId: string;
  readonly wrapped: Buffer;
  readonly createdAt: Instant;
}

/**
 * Wrapped keys, apart from what they open. `insert` is durable when it
 * resolves: a key is written before the first value under it, so that a crash
 * between the two leaves an orphaned key, never an unreadable value.
 */
export interface KeyStore {
  find(id: string): Promise<WrappedKey | undefined>;
  findMany(ids: readonly string[]): Promise<WrappedKey[]>;
  insert(key: WrappedKey): Promise<void>;
  insertMany(keys: readonly WrappedKey[]): Promise<void>;
  replaceWrapped(id: string, kekId: string, wrapped: Buffer): Promise<void>;
  /** Writes the shred list first, then removes the keys. */
  shred(ids: readonly string[], at: Instant): Promise<void>;
  /** Ids on the shred list, in order, after `afterId`. */
  shreddedPage(afterId: string | null, limit: number): Promise<string[]>;
  /** Ids in order, after `afterId`. */
  page(afterId: string | null, limit: number): Promise<WrappedKey[]>;
}
