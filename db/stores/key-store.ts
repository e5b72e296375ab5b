import type { Kysely } from 'kysely';
import type { KeyStore, WrappedKey } from '#app/core/vault/key-store.ts';
import type { Instant } from '#schema/instant.ts';
import { listParameter } from '../columns.ts';
import { dialectOf } from '../dialect.ts';
import type { KeyTables, VaultKeyRow } from '../tables/keys.ts';

/** Keys come and go in short lists; SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const KEYS_AT_ONCE = 500;

/** Ids already used stay used: a second key under one id would make the first one's values unreadable. */
export function keyStore(db: Kysely<KeyTables>): KeyStore {
  const { anyOf } = dialectOf(db);

  async function insertMany(keys: readonly WrappedKey[]): Promise<void> {
    if (keys.length === 0) return;
    await db.transaction().execute(async (tx) => {
      for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
        const part = keys.slice(at, at + KEYS_AT_ONCE);
        await tx.insertInto('vault_key').values(part.map(toRow)).execute();
      }
    });
  }

  return {
    insertMany,
    insert: (key) => insertMany([key]),
    find: async (id) => {
      const row = await db.selectFrom('vault_key').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toKey(row);
    },
    findMany: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('vault_key')
        .selectAll()
        .where((eb) => anyOf(eb.ref('id'), listParameter(ids)))
        .execute();
      return rows.map(toKey);
    },
    replaceWrapped: async (id, kekId, wrapped) => {
      await db.updateTable('vault_key').set({ kek_id: kekId, wrapped }).where('id', '=', id).execute();
    },
    shred: async (ids, at) => {
      await db.transaction().execute(async (tx) => {
        for (const id of ids) {
          await tx
            .insertInto('shred_list')
            .values({ id, at })
            .onConflict((on) => on.doNothing())
            .execute();
        }
        await tx
          .deleteFrom('vault_key')
          .where((eb) => anyOf(eb.ref('id'), listParameter(ids)))
          .execute();
      });
    },
    shreddedPage: async (afterId, limit) => {
      const rows = await db
        .selectFrom('shred_list')
        .select('id')
        .where('id', '>', afterId ?? '')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
    page: async (afterId, limit) => {
      const rows = await db
        .selectFrom('vault_key')
        .selectAll()
        .where('id', '>', afterId ?? '')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toKey);
    },
  };
}

function toRow(key: WrappedKey): VaultKeyRow {
  return { id: key.id, kek_id: key.kekId, wrapped: key.wrapped, created_at: key.createdAt };
}

function toKey(row: VaultKeyRow): WrappedKey {
  return { id: row.id, kekId: row.kek_id, wrapped: row.wrapped, createdAt: row.created_at as Instant };
}
