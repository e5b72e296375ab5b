import type {
  OwnFile,
  OwnFileKind,
  OwnFileReader,
  OwnFileState,
  OwnFileWriter,
} from '#app/core/export/own-file-store.ts';
import type { CustomerId, OwnFileId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { listParameter } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';
import type { OwnFileRow } from '../tables/own-file.ts';

const ofKind = select((db, p: { customerId: string; kind: string }) =>
  db.selectFrom('own_file').selectAll().where('customer_id', '=', p.customerId).where('kind', '=', p.kind),
);
const ended = select((db, p: { at: string; limit: number }) =>
  db.selectFrom('own_file').selectAll().where('expires_at', '<=', p.at).orderBy('expires_at').limit(p.limit),
);
const byIds = select((db, p: { ids: string }) =>
  db
    .selectFrom('own_file')
    .select('id')
    .where((eb) => dialectOf(db).anyOf(eb.ref('id'), p.ids)),
);

export function ownFileReader(db: Reader): OwnFileReader {
  return {
    find: async (customerId, kind) => (await ofKind(db, { customerId, kind })).map(toFile)[0],
    expired: async (at, limit) => (await ended(db, { at, limit })).map(toFile),
    known: async (ids) =>
      new Set((await byIds(db, { ids: listParameter(ids) })).map(({ id }) => id as OwnFileId)),
  };
}

export function ownFileWriter(db: Writer): OwnFileWriter {
  return {
    ...ownFileReader(db),
    replace: async (file) => {
      await db
        .deleteFrom('own_file')
        .where('customer_id', '=', file.customerId)
        .where('kind', '=', file.kind)
        .execute();
      await db
        .insertInto('own_file')
        .values({
          id: file.id,
          customer_id: file.customerId,
          kind: file.kind,
          state: file.state,
          locale: file.locale,
          done: file.done,
          total: file.total,
          bytes: file.bytes,
          summary: file.summary,
          created_at: file.createdAt,
          expires_at: file.expiresAt,
        })
        .execute();
    },
    update: async (id, { state, done, bytes, expiresAt }) => {
      const { numUpdatedRows } = await db
        .updateTable('own_file')
        .set({
          ...(state === undefined ? {} : { state }),
          ...(done === undefined ? {} : { done }),
          ...(bytes === undefined ? {} : { bytes }),
          ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
        })
        .where('id', '=', id)
        .where('state', '!=', 'ready')
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    delete: async (id) => {
      await db.deleteFrom('own_file').where('id', '=', id).execute();
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('own_file').where('customer_id', '=', customerId).execute();
    },
  };
}

function toFile(row: OwnFileRow): OwnFile {
  return {
    id: row.id as OwnFileId,
    customerId: row.customer_id as CustomerId,
    kind: row.kind as OwnFileKind,
    state: row.state as OwnFileState,
    locale: row.locale,
    done: row.done,
    total: row.total,
    bytes: row.bytes,
    summary: row.summary,
    createdAt: row.created_at as Instant,
    expiresAt: row.expires_at as Instant,
  };
}
