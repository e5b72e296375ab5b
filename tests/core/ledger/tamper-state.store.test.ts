import { type Kysely, type SqlBool, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tables } from '#db/tables/tables.ts';
import { expectFaults, type WholeLog, writeWholeLog } from './tampered-log.ts';

let whole: WholeLog;
beforeAll(async () => {
  whole = await writeWholeLog(160);
});
afterAll(() => whole.remove());

describe('somebody changes current state', () => {
  test.each([
    ['the state', 'withdrawn', { state: 'granted' }],
    ['the fields', 'granted', { fields: '["email","given-name","family-name","mobile"]' }],
    ['the channels', 'granted', { channels: '["phone"]' }],
    ['the term', 'granted', { expires_at: '2099-01-01T00:00:00.000Z' }],
    ['the mask that segments are counted by', 'granted', { fact_mask: 2 ** 20 - 1 }],
    ['the instant of the no', 'withdrawn', { no_since: '2020-01-01T00:00:00.000Z' }],
    ['whether the pause counts', 'granted', { usable_from: '1999-01-01T00:00:00.000Z' }],
    ['the pairwise id', 'granted', { subject: 'f'.repeat(32) }],
    ['the customer whose values it opens', 'granted', { customer_id: 'f'.repeat(32) }],
    [
      'what an undo would bring back',
      'withdrawn',
      {
        previous: JSON.stringify({
          standing: {
            state: 'granted',
            versionId: null,
            fields: [],
            channels: [],
            decidedAt: null,
            expiresAt: null,
          },
          noSince: null,
        }),
      },
    ],
  ])('%s of an answer', async (_, state, change) => {
    const faults = await expectFaults(whole, async ({ db }) => {
      const { at, key } = await consentIn(db, state);
      await db.updateTable('consent').set(change).where(key).execute();
      return `state-mismatch ${at}`;
    });
    expect(faults).toHaveLength(1);
  });

  test('an answer is removed, and one is put in that nobody gave', async () => {
    await expectFaults(whole, async ({ db }) => {
      const { row, at, key } = await consentIn(db, 'granted');
      await db.deleteFrom('consent').where(key).execute();
      const stranger = await db
        .selectFrom('purpose')
        .select('id')
        .where('basis', '=', 'contract')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('consent')
        .values({ ...row, purpose_id: stranger.id })
        .execute();
      return [`state-mismatch ${at}`, `state-without-entry consent ${row.relationship_id}/${stranger.id}`];
    });
  });

  test.each([
    ['the end of its chain', { seq: 999 }, 'chain-broken'],
    ['its last leaf', { last_leaf: '0'.repeat(64) }, 'chain-broken'],
    ['a pause', { paused_until: '2099-01-01T00:00:00.000Z' }, 'state-mismatch'],
    ['a restriction', { restricted_at: '2026-01-01T00:00:00.000Z' }, 'state-mismatch'],
    ['the block', { blocked: 1 }, 'state-mismatch'],
    ['its end', { ended_at: '2026-01-01T00:00:00.000Z' }, 'state-mismatch'],
  ])('a relationship: %s', async (_, change, code) => {
    await expectFaults(whole, async ({ db }) => {
      const { id } = await db
        .selectFrom('relationship')
        .select('id')
        .where('blocked', '=', 0)
        .where('paused_until', 'is', null)
        .orderBy('id')
        .executeTakeFirstOrThrow();
      await db.updateTable('relationship').set(change).where('id', '=', id).execute();
      return `${code} relationship ${id}`;
    });
  });

  test('channels that were switched off', async () => {
    await expectFaults(whole, async ({ db }) => {
      const row = await db
        .selectFrom('preference')
        .selectAll()
        .where('channels_off', 'is not', null)
        .where('company_id', '<>', '')
        .executeTakeFirstOrThrow();
      await db
        .updateTable('preference')
        .set({ channels_off: '[]' })
        .where('customer_id', '=', row.customer_id)
        .where('company_id', '=', row.company_id)
        .execute();
      const { id } = await db
        .selectFrom('relationship')
        .select('id')
        .where('customer_id', '=', row.customer_id)
        .where('company_id', '=', row.company_id)
        .executeTakeFirstOrThrow();
      return `state-mismatch relationship ${id}`;
    });
  });
});

async function consentIn(db: Kysely<Tables>, state: string) {
  const row = await db
    .selectFrom('consent')
    .selectAll()
    .where('state', '=', state)
    .orderBy('last_index')
    .executeTakeFirstOrThrow();
  const key = sql<SqlBool>`relationship_id = ${row.relationship_id} and purpose_id = ${row.purpose_id}`;
  return { row, key, at: `consent ${row.relationship_id}/${row.purpose_id}` };
}
