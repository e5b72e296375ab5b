import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createPostgresDatabase } from '#tests/support/postgres.ts';

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

test('the suite runs on a real PostgreSQL 18 with durable defaults and byte order', async () => {
  const database = await createPostgresDatabase();
  onTestFinished(() => database.drop());
  const client = await connect(database.url);
  onTestFinished(() => client.end());
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('fsync') as fsync,
       current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit,
       pg_encoding_to_char(encoding) as encoding, datlocale as locale
     from pg_database where datname = current_database()`,
  );
  expect(rows).toEqual([
    { major: 18, fsync: 'on', pages: 'on', commit: 'on', encoding: 'UTF8', locale: 'C.UTF-8' },
  ]);
  const sorted = await client.query(`select x from (values ('ä'), ('Z'), ('a')) as t(x) order by x`);
  expect(sorted.rows.map((row) => row.x)).toEqual(['Z', 'a', 'ä']);
});

test('each database is empty and apart from the others', async () => {
  const [one, two] = [await createPostgresDatabase(), await createPostgresDatabase()];
  onTestFinished(async () => {
    await one.drop();
    await two.drop();
  });
  const first = await connect(one.url);
  await first.query('create table only_here (id int)');
  await first.end();
  const second = await connect(two.url);
  const found = await second.query(`select to_regclass('only_here') as found`);
  await second.end();
  expect(found.rows).toEqual([{ found: null }]);
});

test('a dropped database is gone', async () => {
  const database = await createPostgresDatabase();
  await database.drop();
  await expect(connect(database.url)).rejects.toThrow('does not exist');
});
