import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashLeaf } from '#app/core/ledger/merkle.ts';
import type { Tables } from '#db/tables/tables.ts';
import {
  checkAfter,
  entryOf,
  expectFaults,
  flipped,
  named,
  type WholeLog,
  writeWholeLog,
} from './tampered-log.ts';

let whole: WholeLog;
beforeAll(async () => {
  whole = await writeWholeLog(160);
});
afterAll(() => whole.remove());

test('the log as it was written is whole, every record of it opened', async () => {
  const report = await checkAfter(whole, async () => {});
  expect(report.faults).toEqual([]);
  expect(report.size).toBeGreaterThan(150);
  expect(report.opened).toBe(report.size);
  expect(report.checkpointSize).toBe(report.size);
});

describe('somebody changes the log', () => {
  test('an entry is dropped', async () => {
    const faults = await expectFaults(whole, async ({ db }) => {
      const { idx } = await entryOf(db, 'granted');
      await db.deleteFrom('ledger_entry').where('idx', '=', idx).execute();
      return `index-gap entry ${idx}`;
    });
    expect(named(faults).filter((fault) => fault.startsWith('index-gap'))).toHaveLength(1);
  });

  test('the bytes of an entry', async () => {
    const faults = await expectFaults(whole, async ({ db }) => {
      const { idx, entry } = await entryOf(db, 'withdrawn');
      await db
        .updateTable('ledger_entry')
        .set({ entry: flipped(entry) })
        .where('idx', '=', idx)
        .execute();
      return [`leaf-mismatch entry ${idx}`, `record-mismatch entry ${idx}`];
    });
    expect(faults).toHaveLength(2);
  });

  test('the leaf of an entry', async () => {
    await expectFaults(whole, async ({ db }) => {
      const { idx, leaf } = await entryOf(db, 'withdrawn');
      await db
        .updateTable('ledger_entry')
        .set({ leaf: flipped(leaf) })
        .where('idx', '=', idx)
        .execute();
      return `leaf-mismatch entry ${idx}`;
    });
  });

  test('bytes and leaf together', async () => {
    await expectFaults(whole, async ({ db }) => {
      const row = await db
        .selectFrom('ledger_entry')
        .selectAll()
        .where('idx', '=', 20)
        .executeTakeFirstOrThrow();
      const entry = flipped(row.entry);
      await db
        .updateTable('ledger_entry')
        .set({ entry, leaf: hashLeaf(entry) })
        .where('idx', '=', 20)
        .execute();
      return ['record-mismatch entry 20', 'node-mismatch node 1/10', 'checkpoint-mismatch lock file'];
    });
  });

  test('a node of the tree', async () => {
    const faults = await expectFaults(whole, async ({ db }) => {
      const { hash } = await db
        .selectFrom('ledger_node')
        .selectAll()
        .where('level', '=', 3)
        .where('idx', '=', 2)
        .executeTakeFirstOrThrow();
      const here = db.updateTable('ledger_node').where('level', '=', 3).where('idx', '=', 2);
      await here.set({ hash: flipped(hash) }).execute();
      return 'node-mismatch node 3/2';
    });
    expect(faults).toHaveLength(1);
  });

  test('a sealed record', async () => {
    await expectFaults(whole, async ({ db }) => {
      const { idx, sealed } = await entryOf(db, 'granted');
      await db
        .updateTable('ledger_entry')
        .set({ sealed: flipped(sealed) })
        .where('idx', '=', idx)
        .execute();
      return `record-unreadable entry ${idx}`;
    });
  });

  test('sealed records of one person change places', async () => {
    await expectFaults(whole, async ({ db }) => {
      const [one, other] = await db
        .selectFrom('ledger_entry')
        .selectAll()
        .where('relationship_id', 'is not', null)
        .orderBy('relationship_id')
        .orderBy('idx')
        .limit(2)
        .execute();
      if (!one || !other) throw new Error('two entries of one person');
      await db.updateTable('ledger_entry').set({ sealed: other.sealed }).where('idx', '=', one.idx).execute();
      await db.updateTable('ledger_entry').set({ sealed: one.sealed }).where('idx', '=', other.idx).execute();
      return [`record-unreadable entry ${one.idx}`, `record-unreadable entry ${other.idx}`];
    });
  });

  test('two entries change places', async () => {
    await expectFaults(whole, async ({ db }) => {
      const move = (from: number, to: number) =>
        db.updateTable('ledger_entry').set({ idx: to }).where('idx', '=', from).execute();
      await move(30, -1);
      await move(31, 30);
      await move(-1, 31);
      return ['record-unreadable entry 30', 'record-unreadable entry 31', 'node-mismatch node 1/15'];
    });
  });

  test.each([
    ['kind', { kind: 'refused' }],
    ['purpose', { purpose_id: null }],
    ['version', { version_id: null }],
    ['method', { method: 'letter' }],
    ['channel', { channel: 'push' }],
    ['company', { company_id: null }],
    ['relationship', { relationship_id: null }],
    ['instant', { at: '2026-03-02T09:00:00.001Z' }],
  ])('the %s in clear', async (name, change) => {
    const faults = await expectFaults(whole, async ({ db }) => {
      const { idx } = await entryOf(db, 'granted');
      await db.updateTable('ledger_entry').set(change).where('idx', '=', idx).execute();
      return `index-columns-mismatch entry ${idx}`;
    });
    expect(faults.find(({ code }) => code === 'index-columns-mismatch')?.detail).toContain(name);
  });

  test('an entry is added behind the end', async () => {
    await expectFaults(whole, async ({ db }) => {
      const row = await entryOf(db, 'granted');
      const { size } = await db.selectFrom('ledger_state').selectAll().executeTakeFirstOrThrow();
      await db
        .insertInto('ledger_entry')
        .values({ ...row, idx: size })
        .execute();
      return `entry-surplus entry ${size}`;
    });
  });

  test('the end is cut off, with the state of the tree as it was then', async () => {
    await expectFaults(whole, async ({ db }) => {
      const { size } = await db.selectFrom('ledger_state').selectAll().executeTakeFirstOrThrow();
      const cut = size - (size % 2) - 2;
      await db.deleteFrom('ledger_entry').where('idx', '>=', cut).execute();
      const edge = await edgeAt(db, cut);
      await db
        .updateTable('ledger_state')
        .set({ size: cut, edge: JSON.stringify(edge) })
        .execute();
      return ['rolled-back lock file', `checkpoint-mismatch checkpoint ${size}`];
    });
  });

  test('the key of a person is removed, or another one stands there', async () => {
    await expectFaults(whole, async ({ db, keys }) => {
      const { idx, key_id } = await entryOf(db, 'granted');
      await keys.deleteFrom('vault_key').where('id', '=', key_id).execute();
      return `record-unreadable entry ${idx}`;
    });
    await expectFaults(whole, async ({ db, keys }) => {
      const { idx, key_id } = await entryOf(db, 'granted');
      const { wrapped } = await keys
        .selectFrom('vault_key')
        .selectAll()
        .where('id', '<>', key_id)
        .executeTakeFirstOrThrow();
      await keys.updateTable('vault_key').set({ wrapped }).where('id', '=', key_id).execute();
      return `record-unreadable entry ${idx}`;
    });
  });
});

/** As a program would compute it that rolls the log back with care. */
async function edgeAt(db: Kysely<Tables>, size: number): Promise<string[]> {
  const edge: string[] = [];
  for (let at = 0; at < size; ) {
    let level = 0;
    while (2 ** (level + 1) <= size - at) level += 1;
    const index = at / 2 ** level;
    const row =
      level === 0
        ? await db
            .selectFrom('ledger_entry')
            .select('leaf as hash')
            .where('idx', '=', at)
            .executeTakeFirstOrThrow()
        : await db
            .selectFrom('ledger_node')
            .select('hash')
            .where('level', '=', level)
            .where('idx', '=', index)
            .executeTakeFirstOrThrow();
    edge.push(row.hash.toString('hex'));
    at += 2 ** level;
  }
  return edge;
}
