import { sql } from 'kysely';
import type { Job, JobReader, JobWriter, TroubledJob } from '#app/core/job/job-store.ts';
import type { Instant } from '#schema/instant.ts';
import { flag, listParameter } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';
import type { JobRow } from '../tables/job.ts';

/** Waiting, not given up, not in another runner's hands. */
function due(db: Reader, at: Instant, kinds: readonly string[] | undefined) {
  const query = db
    .selectFrom('job')
    .where('done_at', 'is', null)
    .where('given_up', '=', flag.write(false))
    .where('run_at', '<=', at)
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', at)]));
  return kinds ? query.where((eb) => dialectOf(db).anyOf(eb.ref('kind'), listParameter(kinds))) : query;
}

const failed = select((db, _: object) =>
  db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('given_up', '=', flag.write(true)),
);

const givenUp = select((db, p: { kind: string; limit: number }) =>
  db
    .selectFrom('job')
    .selectAll()
    .where(sql.ref('given_up'), '=', sql.lit(1))
    .where('kind', '=', p.kind)
    .orderBy('created_at', 'desc')
    .limit(p.limit),
);
const delayed = select((db, p: { kind: string; limit: number }) =>
  db
    .selectFrom('job')
    .selectAll()
    .where('done_at', 'is', null)
    .where(sql.ref('given_up'), '=', sql.lit(0))
    .where('run_at', '>', '')
    .where('kind', '=', p.kind)
    .where('last_error', 'is not', null)
    .orderBy('created_at')
    .limit(p.limit),
);

export function jobReader(db: Reader): JobReader {
  return {
    countDue: async (at, kinds) => {
      const counted = due(db, at, kinds).select((eb) => eb.fn.countAll<number>().as('count'));
      return (await counted.executeTakeFirstOrThrow()).count;
    },
    countFailed: async () => (await failed(db, {}))[0]?.count ?? 0,
    givenUp: async (kind, limit) => (await givenUp(db, { kind, limit })).map(toTroubled),
    delayed: async (kind, limit) => (await delayed(db, { kind, limit })).map(toTroubled),
  };
}

export function jobWriter(db: Writer): JobWriter {
  const update = (id: string, change: Partial<JobRow>): Promise<unknown> =>
    db.updateTable('job').set(change).where('id', '=', id).execute();
  const settle = async (kind: string, id: string, change: Partial<JobRow>): Promise<boolean> => {
    const failed = db.updateTable('job').set(change).where('id', '=', id).where('kind', '=', kind);
    const settled = await failed.where('given_up', '=', flag.write(true)).executeTakeFirstOrThrow();
    return settled.numUpdatedRows === 1n;
  };
  const insert = (job: Omit<Job, 'attempts'>, at: Instant) =>
    db.insertInto('job').values({
      id: job.id,
      kind: job.kind,
      payload: job.payload,
      sealed: job.sealed,
      key_id: job.keyId,
      run_at: job.runAt,
      claimed_until: null,
      attempts: 0,
      given_up: flag.write(false),
      last_error: null,
      created_at: at,
      done_at: null,
    });
  return {
    ...jobReader(db),
    insert: async (job, at) => {
      await insert(job, at).execute();
    },
    ensure: async (job, at) => {
      await insert(job, at)
        .onConflict((on) => on.column('id').doNothing())
        .execute();
    },
    claim: async (kinds, at, until, limit) => {
      const { skipsLocked } = dialectOf(db);
      const rows = await due(db, at, kinds)
        .selectAll()
        .orderBy('run_at')
        .orderBy('created_at')
        .limit(limit)
        .$if(skipsLocked, (query) => query.forUpdate().skipLocked())
        .execute();
      const ids = listParameter(rows.map(({ id }) => id));
      await db
        .updateTable('job')
        .set((eb) => ({ claimed_until: until, attempts: eb('attempts', '+', 1) }))
        .where((eb) => dialectOf(db).anyOf(eb.ref('id'), ids))
        .execute();
      return rows.map((row) => toJob({ ...row, attempts: row.attempts + 1 }));
    },
    extend: async (id, held, until) => {
      const mine = db.updateTable('job').set({ claimed_until: until }).where('id', '=', id);
      const { numUpdatedRows } = await mine.where('claimed_until', '=', held).executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    finish: async (id, at) => {
      await update(id, { done_at: at, claimed_until: null, sealed: null, key_id: null });
    },
    repeat: async (id, runAt) => {
      await update(id, { run_at: runAt, claimed_until: null, attempts: 0, last_error: null });
    },
    fail: async (id, error, retryAt) => {
      const outcome = retryAt === null ? { given_up: flag.write(true) } : { run_at: retryAt };
      await update(id, { ...outcome, claimed_until: null, last_error: error });
    },
    // Done jobs are kept for a week: read from end to end, seldom.
    deleteNaming: async (ids, keyIds) => {
      await db
        .deleteFrom('job')
        .where((eb) =>
          eb.or([
            dialectOf(db).anyOf(eb.ref('key_id'), listParameter(keyIds)),
            ...ids.map((id) => eb('payload', 'like', `%${id}%`)),
          ]),
        )
        .execute();
    },
    revive: (kind, id, at) =>
      settle(kind, id, { given_up: flag.write(false), attempts: 0, last_error: null, run_at: at }),
    discard: (kind, id, at) =>
      settle(kind, id, { given_up: flag.write(false), done_at: at, sealed: null, key_id: null }),
    deleteDone: async (before) => {
      await db.deleteFrom('job').where('done_at', '<', before).execute();
    },
  };
}

function toJob(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    payload: row.payload,
    sealed: row.sealed,
    keyId: row.key_id,
    runAt: row.run_at as Instant,
    attempts: row.attempts,
  };
}

function toTroubled(row: JobRow): TroubledJob {
  return {
    id: row.id,
    payload: row.payload,
    attempts: row.attempts,
    error: row.last_error ?? '',
    createdAt: row.created_at as Instant,
    runAt: row.run_at as Instant,
  };
}
