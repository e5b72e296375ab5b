import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dialectOf } from '#db/dialect.ts';
import { type Migration, migrate, pendingMigrations } from '#db/migrate.ts';
import { KEY_MIGRATIONS, MIGRATIONS } from '#db/migrations/index.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createPostgresDatabase } from '#tests/support/postgres.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

async function open(engine: Engine) {
  const opened = await createTestDatabase(engine);
  onTestFinished(opened.close);
  const { writer, keys } = tablesOf(opened.database);
  const tableNames = async () => (await writer.introspection.getTables()).map(({ name }) => name);
  return { ...opened, writer, keys, tableNames, dialect: dialectOf(writer) };
}

const good: Migration = {
  name: '9001-good',
  sql: ['create table later (id {text} primary key, payload {blob}, n {int}) {strict}'],
};
const bad: Migration = {
  name: '9002-bad',
  sql: ['create table half (id {text} primary key) {keyed}', 'insert into nowhere (id) values (1)'],
};

describe.each(ENGINES)('migrations on %s', (engine) => {
  test('are applied once, however often they are called', async () => {
    const { writer, keys, dialect } = await open(engine);
    expect(await migrate(writer, dialect, MIGRATIONS)).toEqual([]);
    expect(await migrate(keys.kysely, dialect, KEY_MIGRATIONS)).toEqual([]);
    expect(await migrate(writer, dialect, [...MIGRATIONS, good])).toEqual(['9001-good']);
    expect(await migrate(writer, dialect, [...MIGRATIONS, good])).toEqual([]);
  });

  test('that fail leave the schema as it was, with those that went well before them', async () => {
    const { writer, dialect, tableNames } = await open(engine);
    const before = await tableNames();
    await expect(migrate(writer, dialect, [...MIGRATIONS, good, bad])).rejects.toThrow('nowhere');
    expect(await tableNames()).toEqual(before);
    expect(await pendingMigrations(writer, [...MIGRATIONS, good])).toEqual({
      missing: ['9001-good'],
      unknown: [],
    });
  });

  test('of a newer program are named, so that an older one can refuse', async () => {
    const { writer, dialect, database } = await open(engine);
    await migrate(writer, dialect, [...MIGRATIONS, good]);
    expect(await database.pendingMigrations()).toEqual({ missing: [], unknown: ['9001-good'] });
  });

  test('know every word in braces', async () => {
    const { dialect } = await open(engine);
    expect(() => dialect.ddl('create table x (id {uuid})')).toThrow('{uuid}');
  });
});

test('three nodes that start at once on an empty PostgreSQL all come up', async () => {
  const postgres = await createPostgresDatabase();
  onTestFinished(() => postgres.drop());
  const nodes = await Promise.all([1, 2, 3].map(() => openDatabase({ url: postgres.url })));
  for (const node of nodes) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from schema_migration`.execute(
      tablesOf(node).reader,
    );
    expect(rows).toEqual([{ n: MIGRATIONS.length }]);
  }
  for (const node of nodes) await node.close();
});

test('both engines end up with the same tables and columns', async () => {
  const schemas = [];
  for (const engine of ENGINES) {
    const { writer } = await open(engine);
    const tables = (await writer.introspection.getTables()).filter(({ schema }) => schema !== 'keys');
    schemas.push(
      tables
        .map(({ name, columns }) => ({
          name,
          columns: columns.map((column) => `${column.name}${column.isNullable ? '?' : ''}`).sort(),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  }
  const [sqlite, postgres] = schemas;
  // SQLite calls a primary key of text nullable although its strict tables refuse null in it.
  const loose = (tables: typeof sqlite) =>
    tables?.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.replace('?', '')) }));
  expect(loose(sqlite)).toEqual(loose(postgres));
});
