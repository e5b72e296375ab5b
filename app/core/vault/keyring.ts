import { createHmac } from 'node:crypto';
import type { Instant } from '#schema/instant.ts';
import type { World } from '../shared/world.ts';
import type { KeyEncryption } from './key-encryption.ts';
import type { KeyStore } from './key-store.ts';
import { KEY_BYTES } from './sealed-format.ts';
import { VaultError } from './vault-error.ts';

/** Unwrapped keys stay in memory this long at most; an erasure drops them at once. */
const CACHE_MS = 60_000;
const CACHE_KEYS = 20_000;

/** Data keys by id. Creating is durable before it resolves. */
export interface Keyring {
  create(id: string): Promise<Buffer>;
  createMany(ids: readonly string[]): Promise<void>;
  /** The key, or VaultError when there is none (never was, or shredded). */
  get(id: string): Promise<Buffer>;
  find(id: string): Promise<Buffer | undefined>;
  /** All that exist of `ids`, in one query. */
  getMany(ids: readonly string[]): Promise<Map<string, Buffer>>;
  shred(ids: readonly string[]): Promise<void>;
  /** Ids that begin so, of keys made before an instant. */
  madeBefore(prefix: string, before: Instant, limit: number): Promise<string[]>;
  /** Keyed look-up value of an exact, high-entropy value: `email`, `phone`, `customer-number/<company>`. */
  blindIndex(column: string, normalised: string): string;
}

export function createKeyring(store: KeyStore, encryption: KeyEncryption, world: World): Keyring {
  const cache = new Map<string, { key: Buffer; until: number }>();

  function remember(id: string, key: Buffer): Buffer {
    if (cache.size >= CACHE_KEYS) cache.clear();
    cache.set(id, { key, until: Date.now() + CACHE_MS });
    return key;
  }

  function recall(id: string): Buffer | undefined {
    const hit = cache.get(id);
    if (!hit) return undefined;
    if (hit.until > Date.now()) return hit.key;
    cache.delete(id);
    return undefined;
  }

  async function createMany(ids: readonly string[]): Promise<void> {
    const fresh = ids.map((id) => ({ id, key: world.randomBytes(KEY_BYTES) }));
    await store.insertMany(
      fresh.map(({ id, key }) => ({
        id,
        kekId: encryption.kekId,
        wrapped: encryption.wrap(id, key),
        createdAt: world.now(),
      })),
    );
    for (const { id, key } of fresh) remember(id, key);
  }

  async function find(id: string): Promise<Buffer | undefined> {
    const known = recall(id);
    if (known) return known;
    const row = await store.find(id);
    return row && remember(id, encryption.unwrap(id, row.kekId, row.wrapped));
  }

  async function get(id: string): Promise<Buffer> {
    const key = await find(id);
    if (!key) throw new VaultError(`no key ${id}`);
    return key;
  }

  return {
    createMany,
    find,
    get,
    create: async (id) => {
      await createMany([id]);
      return get(id);
    },
    getMany: async (ids) => {
      const keys = new Map<string, Buffer>();
      const unknown: string[] = [];
      for (const id of ids) {
        const known = recall(id);
        if (known) keys.set(id, known);
        else unknown.push(id);
      }
      for (const row of await store.findMany(unknown)) {
        keys.set(row.id, remember(row.id, encryption.unwrap(row.id, row.kekId, row.wrapped)));
      }
      return keys;
    },
    shred: async (ids) => {
      await store.shred(ids, world.now());
      for (const id of ids) cache.delete(id);
    },
    madeBefore: async (prefix, before, limit) =>
      (await store.page(prefix, limit))
        .filter(({ id, createdAt }) => id.startsWith(prefix) && createdAt < before)
        .map(({ id }) => id),
    blindIndex: (column, normalised) =>
      createHmac('sha256', encryption.indexKey).update(`${column}\n${normalised}`).digest('hex'),
  };
}
