import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Config, parseConfig } from '#app/config.server.ts';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { finishErasures } from '#app/core/erasure/finish-erasures.ts';
import { DIALOGUE_JOB } from '#app/core/erasure/forget-dialogue.ts';
import { CLEAN_JOB } from '#app/core/erasure/order-cleaning.ts';
import { verifyLog } from '#app/core/ledger/verify-log.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { emailStopHash } from '#app/core/relationship/stop-list.ts';
import type { Core } from '#app/core/shared/core.ts';
import { startThread } from '#app/core/thread/start-thread.ts';
import { profileKeyId } from '#app/core/vault/places.ts';
import { openPortal, type Portal } from '#app/portal.server.ts';
import { tablesOf } from '#db/open-db.ts';
import type { CompanyId } from '#schema/ids.ts';
import { LEAVER_EMAIL, type Leaver } from '#tests/core/erasure/leaver.ts';
import { bytesOf, leaveTraces } from '#tests/core/erasure/traces.ts';
import { WEB } from '#tests/support/lived-portal.ts';
import { rowsNaming } from '#tests/support/rows-naming.ts';
import { searchBytes } from '#tests/support/search-bytes.ts';
import { createTestWorld } from '#tests/support/test-world.ts';

/** Before a statement, one in each part of the way; and at a moment that only the clock chooses. */
const BY_STATEMENT = 12;
const BY_CLOCK = 4;

const root = join(import.meta.dirname, '..', '..', '..');
let folder: string;
let leaver: Leaver;
/** Has read something, so that it must be told. */
let companyId: CompanyId;
let wanted: Record<string, Buffer>;
/** What was said to that company, as it was sealed. */
let said: Record<string, Buffer>;

const configOf = (dataDir: string): Config =>
  parseConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: `sqlite:${join(dataDir, 'driverseat.sqlite')}`,
    BASE_URL: 'http://portal.test',
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'driverseat-killed-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'node20',
      ssr: join(import.meta.dirname, 'leaver-process.ts'),
      outDir: join(folder, 'program'),
      rollupOptions: { output: { entryFileNames: 'leaver.mjs' } },
    },
  });
  mkdirSync(join(folder, 'whole'));
  const world = createTestWorld();
  const portal = await openPortal(configOf(join(folder, 'whole')), { world });
  leaver = await leaveTraces({ core: portal.core, world });
  companyId = await talkToReader(portal.core);
  wanted = await bytesOf(portal.database, leaver);
  const { id } = leaver.relationships.find((one) => one.companyId === companyId) ?? {};
  const messages = await tablesOf(portal.database)
    .writer.selectFrom('thread_message')
    .select('sealed')
    .where('relationship_id', '=', id ?? '')
    .execute();
  said = Object.fromEntries(messages.map(({ sealed }, index) => [`message ${index}`, sealed]));
  await portal.database.checkpointWal();
  await portal.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function talkToReader(core: Core): Promise<CompanyId> {
  for (const { id, companyId } of leaver.relationships) {
    if ((await core.storage.read.disclosure.received(id)).length === 0) continue;
    const concern = { concern: 'question', title: 'Wann?', text: 'Wann ist es da?', wishedBy: '' } as const;
    await startThread(core, { customerId: leaver.customerId, companyId, ...concern });
    return companyId;
  }
  throw new Error('no company has read anything');
}

/** A copy in which somebody begins to leave, in a process of its own. */
async function begin(what: 'company' | 'portal', dieAt: number) {
  const dataDir = mkdtempSync(join(folder, 'data-'));
  cpSync(join(folder, 'whole'), dataDir, { recursive: true });
  const args = [dataDir, what, leaver.customerId, companyId, String(dieAt)];
  const child = spawn(process.execPath, [join(folder, 'program', 'leaver.mjs'), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let output = '';
  const begins = once(child.stdout, 'data');
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await Promise.race([begins, closed]);
  const startedAt = performance.now();
  child.stdin.write('.');
  return { dataDir, child, closed, startedAt, output: () => output };
}

/** How many statements it takes, and how long, when nobody interferes. */
async function measure(what: 'company' | 'portal') {
  const { closed, output, startedAt, dataDir } = await begin(what, 0);
  expect(await closed).toEqual([0, null]);
  const ms = performance.now() - startedAt;
  rmSync(dataDir, { recursive: true });
  return { statements: Number(output().split('\n')[1]), ms };
}

/** Killed with SIGKILL at many points; each time `check` looks at what the next start makes of it. */
async function killOften(
  what: 'company' | 'portal',
  check: (portal: Portal, dataDir: string, where: string) => Promise<boolean>,
): Promise<void> {
  const { statements, ms } = await measure(what);
  expect(statements).toBeGreaterThan(BY_STATEMENT);
  let done = 0;
  for (let run = 0; run < BY_STATEMENT + BY_CLOCK; run += 1) {
    const share = (run + Math.random()) / BY_STATEMENT;
    // The last of them always comes after the commit, the first always before it.
    const last = run === BY_STATEMENT - 1;
    const dieAt = run < BY_STATEMENT ? (last ? statements : 1 + Math.floor(share * statements)) : 0;
    const { dataDir, child, closed } = await begin(what, dieAt);
    if (dieAt === 0) {
      await pause(Math.random() * ms);
      child.kill('SIGKILL');
    }
    const [code, signal] = await closed;
    const where = dieAt
      ? `before statement ${dieAt} of ${statements}`
      : `by the clock, exit ${code ?? signal}`;
    const portal = await openPortal(configOf(dataDir));
    try {
      if (await check(portal, dataDir, where)) done += 1;
    } finally {
      await portal.close();
      rmSync(dataDir, { recursive: true });
    }
  }
  console.log(
    `${what}: ${statements} statements, ${BY_STATEMENT + BY_CLOCK} kills, ${done} after the commit`,
  );
  // Some came before the commit, some after it.
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(BY_STATEMENT + BY_CLOCK);
}

async function expectWhole({ core, signer }: Portal, where: string): Promise<void> {
  const { faults } = await verifyLog(core, { keys: [signer.key], lock: signer.lock });
  expect(faults, where).toEqual([]);
}

const tracesIn = (dataDir: string, some: Record<string, Buffer>) => searchBytes(dataDir, some).hits;

describe('killed while somebody leaves', () => {
  test('the portal: all of it is there, or the next start has finished and no value is left', async () => {
    const { customerId, ids } = leaver;
    await killOften('portal', async (portal, dataDir, where) => {
      const { core, database } = portal;
      const { read } = core.storage;
      await expectWhole(portal, where);
      const before = await read.customer.find(customerId);
      if (before) {
        expect(before.status, where).toBe('active');
        expect(Object.keys(await rowsNaming(database, ids.customer)).length, where).toBeGreaterThan(10);
        expect(tracesIn(dataDir, wanted).join(), where).toContain('wrapped key: keys.sqlite');
        await eraseCustomer(core, customerId, WEB);
      }
      expect(await finishErasures(core), where).toBe(0);
      expect(await rowsNaming(database, ids.customer), where).toEqual({ 'shred_list.id': 1 });
      expect(await core.keys.find(profileKeyId(customerId)), where).toBeUndefined();
      expect(await read.job.countDue(core.world.now(), [CLEAN_JOB]), where).toBe(1);
      await database.checkpointWal();
      expect(tracesIn(dataDir, wanted), where).toEqual([]);
      await expectWhole(portal, where);
      return before === undefined;
    });
  }, 300_000);

  test('one company: it has ended with all that belongs to it, or not at all', async () => {
    const { customerId } = leaver;
    expect(Object.keys(said).length).toBeGreaterThan(0);
    await killOften('company', async (portal, dataDir, where) => {
      const { core, database } = portal;
      const { read } = core.storage;
      await expectWhole(portal, where);
      const all = await read.relationship.allOfCustomer(customerId);
      const own = all.find((relationship) => relationship.companyId === companyId);
      if (!own) throw new Error(`gone ${where}`);
      const traces = async () => ({
        ended: (await read.relationship.find(own.id))?.endedAt !== null,
        entry: (await read.ledger.ofRelationship(own.id)).at(-1)?.kind,
        threads: (await read.thread.ofCustomer(customerId, 10)).some((one) => one.companyId === companyId),
        stopped:
          (await read.stopList.among(companyId, [emailStopHash(core, companyId, LEAVER_EMAIL)])).length > 0,
        kept: (await read.relationship.proofUntil(own.id)) !== null,
        asked: (await read.recall.ofRelationship(own.id)).some(({ kind }) => kind === 'ended'),
        forgets: (await read.job.countDue(core.world.now(), [DIALOGUE_JOB])) > 0,
      });
      const before = await traces();
      const done = before.ended;
      if (!done) {
        expect(before, where).toMatchObject({ threads: true, stopped: false, kept: false, asked: false });
        await endRelationship(core, { customerId, companyId }, WEB);
      }
      expect(await traces(), where).toEqual({
        ...{ ended: true, entry: 'ended', threads: false, stopped: true, kept: true, asked: true },
        forgets: true,
      });
      await database.checkpointWal();
      expect(tracesIn(dataDir, said), where).toEqual([]);
      await expectWhole(portal, where);
      return done;
    });
  }, 300_000);
});
