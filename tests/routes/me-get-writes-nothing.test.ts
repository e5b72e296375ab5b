import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { routeOf, walkPages } from '#tests/support/walk-pages.ts';

/** Of pages that differ only in what they are about, this many are opened. */
const PAGES_A_ROUTE = 4;

let portal: TestPortal;
let database: Database.Database;
beforeAll(async () => {
  portal = await startTestPortal();
  database = new Database(`${portal.dataDir}/driverseat.sqlite`, { readonly: true });
});
afterAll(async () => {
  database.close();
  await portal.stop();
});

/** Moves with every commit of another connection, and with nothing else. */
const commits = (): unknown => database.pragma('data_version', { simple: true });

/** Every row of every table, as text. */
function everyRow(): Map<string, string> {
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all() as { name: string }[];
  const textOf = (name: string): string =>
    (database.prepare(`select * from "${name}"`).all() as unknown[])
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n');
  return new Map(tables.map(({ name }) => [name, textOf(name)]));
}

test('opening, reloading and fetching every page of the customer ahead writes not one row; a conversation is marked as read, once', async () => {
  const cookie = await portal.signIn('anna', { steppedUp: true });
  const written: string[] = [];
  let before = commits();
  let rows = everyRow();
  const send = async (path: string, how: 'ahead' | 'opened' | 'again'): Promise<Response> => {
    const headers = how === 'ahead' ? { cookie, 'sec-purpose': 'prefetch' } : { cookie };
    const response = await portal.request(path, { headers });
    // To its end: what streams may still read.
    const answer = new Response(await response.arrayBuffer(), response);
    if (commits() === before) return answer;
    const now = everyRow();
    const changed = [...now].filter(([name, text]) => text !== rows.get(name)).map(([name]) => name);
    written.push(`${routeOf(path)} ${how}: ${changed.join()}`);
    [before, rows] = [commits(), now];
    return answer;
  };
  const open = async (path: string): Promise<string | undefined> => {
    await send(path, 'ahead');
    await send(path, 'opened');
    const page = await send(path, 'again');
    const isPage = page.status === 200 && page.headers.get('content-type')?.startsWith('text/html');
    return isPage ? page.text() : undefined;
  };
  const pages = await walkPages(open, '/me', PAGES_A_ROUTE);
  expect(new Set(pages.map(({ path }) => routeOf(path))).size).toBeGreaterThan(25);
  expect(new Set(written)).toEqual(new Set(['me/messages/:thread opened: thread']));
});
