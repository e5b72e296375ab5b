import type { KeptFormReader, KeptFormWriter } from '#app/core/kept-form/kept-form-store.ts';
import type { Instant } from '#schema/instant.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';

const one = select((db, p: { idHash: string }) =>
  db.selectFrom('kept_form').selectAll().where('id_hash', '=', p.idHash),
);

export function keptFormReader(db: Reader): KeptFormReader {
  return {
    find: async (idHash) => {
      const [row] = await one(db, { idHash });
      return row && { idHash, sealed: row.sealed, createdAt: row.created_at as Instant };
    },
  };
}

export function keptFormWriter(db: Writer): KeptFormWriter {
  return {
    ...keptFormReader(db),
    insert: async ({ idHash, sealed, createdAt }) => {
      await db.insertInto('kept_form').values({ id_hash: idHash, sealed, created_at: createdAt }).execute();
    },
    drop: async (idHash) => {
      await db.deleteFrom('kept_form').where('id_hash', '=', idHash).execute();
    },
    dropBefore: async (before) => {
      await db.deleteFrom('kept_form').where('created_at', '<', before).execute();
    },
  };
}
