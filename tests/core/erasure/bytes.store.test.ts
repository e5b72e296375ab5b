import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { finishErasures } from '#app/core/erasure/finish-erasures.ts';
import { evidenceKeyId } from '#app/core/vault/places.ts';
import { tablesOf } from '#db/open-db.ts';
import { bytesOf, leaveTraces } from '#tests/core/erasure/traces.ts';
import { YEAR_MS } from '#tests/core/erasure/years.ts';
import { createLogCheck } from '#tests/support/check-log.ts';
import { WEB } from '#tests/support/lived-portal.ts';
import { searchBytes } from '#tests/support/search-bytes.ts';
import { createTestCore } from '#tests/support/test-core.ts';

describe('after an erasure no file holds a value, or the key to one', () => {
  test('sqlite: database, write-ahead logs, keys, and a backup made afterwards', async () => {
    const it = await createTestCore('sqlite');
    onTestFinished(it.close);
    const leaver = await leaveTraces(it);
    const wanted = await bytesOf(it.database, leaver);
    // The search finds what is there.
    const before = searchBytes(it.folder, wanted);
    expect(before.hits.join('\n')).toContain('wrapped key: keys.sqlite');
    expect(before.hits.join('\n')).toContain('sealed contact: driverseat.sqlite');

    await eraseCustomer(it.core, leaver.customerId, WEB);
    await it.database.checkpointWal();
    const { writer } = tablesOf(it.database);
    await sql`vacuum into ${join(it.folder, 'backup-afterwards.sqlite')}`.execute(writer);
    const after = searchBytes(it.folder, wanted);
    console.log(`sqlite: ${after.files} files, ${after.bytes} bytes, ${Object.keys(wanted).length} values`);
    expect(after.hits).toEqual([]);
    await createLogCheck(it).expectWhole();

    // And with the end of the last proof the evidence follows.
    const { kysely } = tablesOf(it.database).keys;
    const ids = leaver.relationships.map(({ id }) => evidenceKeyId(id));
    const proof = await kysely.selectFrom('vault_key').selectAll().where('id', 'in', ids).execute();
    const entries = await writer.selectFrom('ledger_entry').selectAll().where('key_id', 'in', ids).execute();
    it.world.advance(6 * YEAR_MS);
    await finishErasures(it.core);
    await it.database.checkpointWal();
    const evidence = Object.fromEntries([
      ...proof.map(({ id, wrapped }) => [`wrapped ${id}`, wrapped]),
      ...entries.map(({ idx, sealed }) => [`record ${idx}`, sealed]),
    ]);
    expect(entries.length).toBeGreaterThan(5);
    expect(searchBytes(it.folder, evidence, /^backup/).hits).toEqual([]);
  });

  test('postgres: no value anywhere in the data folder, no key in its tables', async () => {
    const it = await createTestCore('postgres');
    onTestFinished(it.close);
    const leaver = await leaveTraces(it);
    const wanted = await bytesOf(it.database, leaver);
    await eraseCustomer(it.core, leaver.customerId, WEB);
    await it.database.checkpointWal();
    const { writer } = tablesOf(it.database);
    await sql`checkpoint`.execute(writer);
    const { rows } = await sql<{
      folder: string;
    }>`select current_setting('data_directory') as folder`.execute(writer);
    const folder = rows[0]?.folder ?? '';
    const values = Object.fromEntries(
      Object.entries(wanted).filter(([what]) => !/^(?:sealed|wrapped)/.test(what)),
    );
    const after = searchBytes(folder, values);
    console.log(`postgres: ${after.files} files, ${after.bytes} bytes, ${Object.keys(values).length} values`);
    expect(after.hits).toEqual([]);
    // Old write-ahead segments are the server's to recycle: they hold a wrapped key, which opens nothing without kek.key.
    const key = { 'wrapped key': wanted['wrapped key'] ?? Buffer.from('missing') };
    // A server that is just taking statistics of the table still sees the old row: the next round takes it.
    await expect
      .poll(
        async () => {
          await it.database.checkpointWal();
          await sql`checkpoint`.execute(writer);
          return searchBytes(folder, key, /^pg_wal/).hits;
        },
        { timeout: 30_000, interval: 1_000 },
      )
      .toEqual([]);
  });
});
