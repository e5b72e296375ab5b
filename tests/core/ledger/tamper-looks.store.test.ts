import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tables } from '#db/tables/tables.ts';
import { entryOf, expectFaults, type WholeLog, writeWholeLog } from './tampered-log.ts';

let whole: WholeLog;
beforeAll(async () => {
  whole = await writeWholeLog(160);
});
afterAll(() => whole.remove());

const batchOf = (db: Kysely<Tables>, how: string) =>
  db
    .selectFrom('disclosure')
    .selectAll()
    .where('how', '=', how)
    .orderBy('ledger_index', 'desc')
    .executeTakeFirstOrThrow();

describe('somebody changes who looked', () => {
  test.each([
    ['reason', { reason: 'something harmless' }],
    ['role', { role: 'owner' }],
    ['way', { how: 'view' }],
    ['fields', { fields: '[]' }],
    ['count', { count: 1_000 }],
    ['version', { version: 99 }],
    ['instant', { at: '2026-03-02T09:00:00.001Z' }],
  ])('the %s of a batch', async (name, change) => {
    const faults = await expectFaults(whole, async ({ db }) => {
      const { id, ledger_index } = await batchOf(db, 'list');
      await db.updateTable('disclosure').set(change).where('id', '=', id).execute();
      return `disclosure-mismatch entry ${ledger_index}`;
    });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.detail).toContain(name);
  });

  test('who it was', async () => {
    await expectFaults(whole, async ({ db }) => {
      const { id, ledger_index, staff_id } = await batchOf(db, 'list');
      const other = await db
        .selectFrom('staff')
        .select('id')
        .where('id', '<>', staff_id)
        .executeTakeFirstOrThrow();
      await db.updateTable('disclosure').set({ staff_id: other.id }).where('id', '=', id).execute();
      return `disclosure-mismatch entry ${ledger_index}`;
    });
  });

  test.each(['list', 'export', 'evidence'])('a person is taken out of a batch (%s)', async (how) => {
    await expectFaults(whole, async ({ db }) => {
      const { id, ledger_index } = await batchOf(db, how);
      const { relationship_id } = await db
        .selectFrom('disclosure_subject')
        .selectAll()
        .where('disclosure_id', '=', id)
        .executeTakeFirstOrThrow();
      await db
        .deleteFrom('disclosure_subject')
        .where('disclosure_id', '=', id)
        .where('relationship_id', '=', relationship_id)
        .execute();
      return `disclosure-mismatch entry ${ledger_index}`;
    });
  });

  test('the fields that one person gave', async () => {
    await expectFaults(whole, async ({ db }) => {
      const { id, ledger_index } = await batchOf(db, 'list');
      const row = db.updateTable('disclosure_subject').set({ fields: '["email"]' });
      await row.where('disclosure_id', '=', id).where('position', '=', 0).execute();
      return `disclosure-mismatch entry ${ledger_index}`;
    });
  });

  test('a batch is removed, or one is put in that the log does not know', async () => {
    await expectFaults(whole, async ({ db }) => {
      const { id, ledger_index } = await batchOf(db, 'list');
      await db.deleteFrom('disclosure_subject').where('disclosure_id', '=', id).execute();
      await db.deleteFrom('disclosure').where('id', '=', id).execute();
      return `disclosure-mismatch entry ${ledger_index}`;
    });
    await expectFaults(whole, async ({ db }) => {
      const batch = await batchOf(db, 'list');
      const { idx } = await entryOf(db, 'granted');
      const rows = [idx, -1, 999_999].map((index) => ({ ...batch, id: `x${index}`, ledger_index: index }));
      await db.insertInto('disclosure').values(rows).execute();
      return rows.map(({ id }) => `disclosure-without-entry disclosure ${id}`);
    });
  });
});

describe('somebody changes what was signed', () => {
  test('a head is rewritten, or another one stands in its place', async () => {
    await expectFaults(whole, async ({ db }) => {
      const [first, second] = await db
        .selectFrom('ledger_checkpoint')
        .selectAll()
        .orderBy('size')
        .limit(2)
        .execute();
      if (!first || !second) throw new Error('two heads');
      const set = (size: number, note: string) =>
        db.updateTable('ledger_checkpoint').set({ note }).where('size', '=', size).execute();
      await set(first.size, first.note.replace(`\n${first.size}\n`, `\n${first.size + 1}\n`));
      await set(second.size, first.note);
      return [
        `checkpoint-signature checkpoint ${first.size}`,
        `checkpoint-mismatch checkpoint ${second.size}`,
      ];
    });
  });
});

describe('somebody changes texts and what is asked for', () => {
  const versionOf = (db: Kysely<Tables>, slug: string) =>
    db
      .selectFrom('purpose_version')
      .innerJoin('purpose', 'purpose.id', 'purpose_version.purpose_id')
      .innerJoin('company', 'company.id', 'purpose.company_id')
      .select(['purpose_version.id', 'purpose_version.version', 'purpose_version.content', 'company.slug'])
      .where('purpose.slug', '=', slug)
      .orderBy('purpose_version.version')
      .executeTakeFirstOrThrow();

  test('a version asks for more than its text says', async () => {
    await expectFaults(whole, async ({ db }) => {
      const { id, version, content } = await versionOf(db, 'similar-products');
      const wider = JSON.parse(content);
      wider.fields.push({ field: 'mobile', required: false });
      await db
        .updateTable('purpose_version')
        .set({ content: JSON.stringify(wider) })
        .where('id', '=', id)
        .execute();
      return `card-mismatch purpose alpenrad/similar-products/${version}`;
    });
  });

  test('a frozen text gets another word', async () => {
    await expectFaults(whole, async ({ db }) => {
      const { id, version } = await versionOf(db, 'newsletter');
      const own = await db
        .selectFrom('purpose_card')
        .selectAll()
        .where('version_id', '=', id)
        .where('language', '=', 'de')
        .executeTakeFirstOrThrow();
      await db
        .updateTable('purpose_card')
        .set({ card: own.card.replace('zweimal', 'manchmal') })
        .where('version_id', '=', id)
        .where('language', '=', 'de')
        .execute();
      return `card-mismatch purpose alpenrad/newsletter/${version}`;
    });
  });

  test('an old scope may be used for longer', async () => {
    await expectFaults(whole, async ({ db }) => {
      const row = await db
        .selectFrom('purpose_version')
        .innerJoin('purpose', 'purpose.id', 'purpose_version.purpose_id')
        .innerJoin('company', 'company.id', 'purpose.company_id')
        .select(['purpose_version.id', 'version', 'purpose.slug as purpose', 'company.slug as company'])
        .where('usable_until', 'is not', null)
        .executeTakeFirstOrThrow();
      await db.updateTable('purpose_version').set({ usable_until: null }).where('id', '=', row.id).execute();
      return `purpose-mismatch purpose ${row.company}/${row.purpose}/${row.version}`;
    });
  });

  test('a privacy notice', async () => {
    await expectFaults(whole, async ({ db }) => {
      const row = await db
        .selectFrom('privacy_notice')
        .innerJoin('company', 'company.id', 'privacy_notice.company_id')
        .select(['privacy_notice.id', 'content', 'language', 'version', 'company.slug'])
        .executeTakeFirstOrThrow();
      const content = JSON.parse(row.content);
      content.title += '!';
      const notice = db.updateTable('privacy_notice').set({ content: JSON.stringify(content) });
      await notice.where('id', '=', row.id).execute();
      return `notice-mismatch notice ${row.slug}/${row.language}-${row.version}`;
    });
  });
});

test('a change that a company should hear of is taken away', async () => {
  await expectFaults(whole, async ({ db }) => {
    const { company_id, seq, ledger_index } = await db
      .selectFrom('company_change')
      .selectAll()
      .orderBy('ledger_index', 'desc')
      .offset(5)
      .limit(1)
      .executeTakeFirstOrThrow();
    await db
      .deleteFrom('company_change')
      .where('company_id', '=', company_id)
      .where('seq', '=', seq)
      .execute();
    return [`changes-gap entry ${ledger_index}`, `changes-gap change ${seq}`];
  });
});
