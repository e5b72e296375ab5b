import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { run as doctor } from '#app/cli/doctor.ts';
import { run as verify } from '#app/cli/verify.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'driverseat-cli-'));
  cpSync(inject('seededFolder'), folder, { recursive: true });
  printed = '';
  const print = (text: unknown) => {
    printed += `${String(text)}\n`;
    return true;
  };
  vi.spyOn(console, 'log').mockImplementation(print);
  vi.spyOn(console, 'error').mockImplementation(print);
  vi.spyOn(process.stderr, 'write').mockImplementation(print as never);
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('DATABASE_URL', `sqlite:${join(folder, 'driverseat.sqlite')}`);
  vi.stubEnv('BASE_URL', 'http://portal.test');
  vi.stubEnv('DEMO', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** As somebody with the file would. */
async function tamper(change: (tables: ReturnType<typeof tablesOf>) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({ url: `sqlite:${join(folder, 'driverseat.sqlite')}` });
  await change(tablesOf(database));
  await database.close();
}

test('a whole log ends with 0 and says size, root and key', async () => {
  expect(await verify([])).toBe(0);
  expect(printed).toMatch(/^entries {5}\d+$/m);
  expect(printed).toMatch(/^root {8}[0-9a-f]{64}$/m);
  expect(printed).toMatch(/^signed {6}the first \d+ entries$/m);
  expect(printed).toMatch(/^key {9}portal\.test\/log\+[0-9a-f]{8}\+/m);
  expect(printed).toContain('The log is whole.');
});

test('a changed answer ends with 1 and is named', async () => {
  let at = '';
  await tamper(async ({ writer }) => {
    const row = await writer
      .selectFrom('consent')
      .selectAll()
      .where('state', '=', 'withdrawn')
      .executeTakeFirstOrThrow();
    at = `${row.relationship_id}/${row.purpose_id}`;
    await writer
      .updateTable('consent')
      .set({ state: 'granted' })
      .where('relationship_id', '=', row.relationship_id)
      .where('purpose_id', '=', row.purpose_id)
      .execute();
  });
  expect(await verify([])).toBe(1);
  expect(printed).toContain(`FAULT       state-mismatch  consent ${at}: `);
  expect(printed).toContain('The log is NOT whole: 1 fault.');
});

test('where there is no database nothing is created', async () => {
  rmSync(folder, { recursive: true });
  expect(await verify([])).toBe(1);
  expect(printed).toContain('There is no database at');
  expect(() => cpSync(folder, `${folder}-copy`, { recursive: true })).toThrow();
  folder = mkdtempSync(join(tmpdir(), 'driverseat-cli-'));
});

test('without its key the log is not checked, and the message says what to do', async () => {
  renameSync(join(folder, 'keys', 'kek.key'), join(folder, 'kek.elsewhere'));
  expect(await verify([])).toBe(1);
  expect(printed).toMatch(/key file .* is missing.*key backup/);
});

test('the doctor finds nothing wrong with the demo', async () => {
  expect(await doctor()).toBe(0);
  expect(printed).not.toContain('FAULT');
  for (const about of ['configuration', 'key file', 'signing key', 'schema', 'log', 'company alpenrad'])
    expect(printed).toMatch(new RegExp(`^(?:ok|advice) +${about} `, 'm'));
});

test.each([
  ['a wrong configuration', { BASE_URL: 'nonsense' }, /FAULT +configuration +BASE_URL .*Example/],
  ['no mail server', { DEMO: '0' }, /FAULT +mail +no mail server.*\n.*SMTP_URL=/],
  [
    'a mail server that does not answer',
    { SMTP_URL: 'smtp://127.0.0.1:9' },
    /FAULT +mail +127\.0\.0\.1:9 does not answer/,
  ],
  [
    'an address in clear',
    { DEMO: '0', BASE_URL: 'http://portal.example.org' },
    /FAULT +address .*\n.*BASE_URL/,
  ],
])('the doctor sees %s and says what to do', async (_, environment, expected) => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  expect(await doctor()).toBe(1);
  expect(printed).toMatch(expected);
});

test('the doctor sees a spoilt key file and leaves everything as it is', async () => {
  writeFileSync(join(folder, 'keys', 'kek.key'), 'nonsense\n');
  expect(await doctor()).toBe(1);
  expect(printed).toMatch(/FAULT +key file .*\n.*key backup/);
});

test('the doctor sees a database that was set back', async () => {
  await tamper(async ({ writer }) => {
    const size = writer.selectFrom('ledger_state').select('size');
    const { size: now } = await size.executeTakeFirstOrThrow();
    await writer
      .deleteFrom('ledger_entry')
      .where('idx', '>=', now - 1)
      .execute();
    await writer
      .updateTable('ledger_state')
      .set({ size: now - 1 })
      .execute();
  });
  expect(await doctor()).toBe(1);
  expect(printed).toMatch(/FAULT +log .*restored from an older backup.*\n.*at least as new/);
});
