import type { IdempotencyReader, IdempotencyWriter } from '#app/core/shared/idempotency-store.ts';
import type { Reader, Writer } from '../connections.ts';
import { select, write } from '../statement.ts';

const one = select((db, p: { key: string; actor: string; route: string }) =>
  db
    .selectFrom('idempotency')
    .selectAll()
    .where('key', '=', p.key)
    .where('actor', '=', p.actor)
    .where('route', '=', p.route),
);
const insert = write(
  (db, p: { key: string; actor: string; route: string; bodyHash: string; outcome: string; at: string }) =>
    db.insertInto('idempotency').values({
      key: p.key,
      actor: p.actor,
      route: p.route,
      body_hash: p.bodyHash,
      outcome: p.outcome,
      created_at: p.at,
    }),
);
const purge = write((db, p: { before: string }) =>
  db.deleteFrom('idempotency').where('created_at', '<', p.before),
);

export function idempotencyReader(db: Reader): IdempotencyReader {
  return {
    find: async ({ key, actor, route }) => {
      const [row] = await one(db, { key, actor, route });
      return row && { key, actor, route, bodyHash: row.body_hash, outcome: row.outcome };
    },
  };
}

export function idempotencyWriter(db: Writer): IdempotencyWriter {
  return {
    ...idempotencyReader(db),
    insert: async (done, at) => void (await insert(db, { ...done, at })),
    deleteOfActor: async (actor) => {
      await db.deleteFrom('idempotency').where('actor', '=', actor).execute();
    },
    // A day's intents at most: read from end to end, seldom.
    deleteNaming: async (id) => {
      await db.deleteFrom('idempotency').where('route', 'like', `%${id}%`).execute();
    },
    purge: (before) => purge(db, { before }),
  };
}
