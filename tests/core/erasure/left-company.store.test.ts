import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '#app/config.server.ts';
import { DIALOGUE_JOB, forgetDialogue } from '#app/core/erasure/forget-dialogue.ts';
import { reapplyErasures } from '#app/core/erasure/reapply-erasures.ts';
import { signHead } from '#app/core/ledger/sign-head.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { addMs, MINUTE_MS } from '#app/core/shared/calendar.ts';
import type { Core } from '#app/core/shared/core.ts';
import { startThread } from '#app/core/thread/start-thread.ts';
import { dialogueKeyId, evidenceKeyId, profileKeyId } from '#app/core/vault/places.ts';
import { openPortal } from '#app/portal.server.ts';
import { tablesOf } from '#db/open-db.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { createLogCheck } from '#tests/support/check-log.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { WEB } from '#tests/support/lived-portal.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { searchBytes } from '#tests/support/search-bytes.ts';
import { createTestCore } from '#tests/support/test-core.ts';

const SAID = 'Der Kanarienvogel kommt am Freitag.';

async function talk(core: Core, customerId: CustomerId, companyId: CompanyId) {
  const { id } = await connectCompany(core, { customerId, companyId, source: 'directory' });
  const words = { concern: 'question', title: SAID, text: SAID, wishedBy: '' } as const;
  await startThread(core, { customerId, companyId, ...words });
  return id;
}

/** What the runner would do now. */
async function runJobs(core: Core): Promise<number> {
  const at = core.world.now();
  const jobs = await core.storage.transact((tx) =>
    tx.job.claim([DIALOGUE_JOB], at, addMs(at, MINUTE_MS), 10),
  );
  for (const job of jobs) {
    await forgetDialogue(core, job);
    // Carried out twice it is done once.
    await forgetDialogue(core, job);
    await core.storage.transact((tx) => tx.job.finish(job.id, at));
  }
  return jobs.length;
}

describe.each(ENGINES)('leaving one company on %s', (engine) => {
  test('what was written there opens nowhere any more; account, proof and other companies stay', async () => {
    const it = await createTestCore(engine);
    onTestFinished(it.close);
    const { core, database, folder } = it;
    const { customerId } = await registerConfirmed(core, 'redet@beispiel.at');
    const [left, kept] = [await addDemoCompany(core, 'alpenrad'), await addDemoCompany(core, 'rheinstrom')];
    const leftId = await talk(core, customerId, left.company.id);
    const keptId = await talk(core, customerId, kept.company.id);
    const rows = await tablesOf(database).keys.kysely.selectFrom('vault_key').selectAll().execute();
    const wrapped = rows.find(({ id }) => id === dialogueKeyId(leftId))?.wrapped;
    if (!wrapped) throw new Error('no key');

    const which = { customerId, companyId: left.company.id };
    await endRelationship(core, which, WEB);
    expect(await runJobs(core)).toBe(1);
    expect(await core.keys.find(dialogueKeyId(leftId))).toBeUndefined();
    for (const id of [dialogueKeyId(keptId), evidenceKeyId(leftId), profileKeyId(customerId)])
      expect(await core.keys.find(id), id).toBeDefined();
    if (engine === 'sqlite') {
      await database.checkpointWal();
      const { hits } = searchBytes(folder, { 'wrapped key': wrapped, said: Buffer.from(SAID) });
      expect(hits).toEqual([]);
    }
    // Coming back begins anew, with words and a key of its own.
    expect(await talk(core, customerId, left.company.id)).not.toBe(leftId);
    await createLogCheck(it).expectWhole();
    expect(await reapplyErasures(core, database.keyStore, true)).toEqual({ customers: 0, relationships: 0 });
  });

  test('no job takes the words from a relationship that runs', async () => {
    const it = await createTestCore(engine);
    onTestFinished(it.close);
    const { customerId } = await registerConfirmed(it.core, 'bleibt@beispiel.at');
    const { company } = await addDemoCompany(it.core, 'alpenrad');
    const id = await talk(it.core, customerId, company.id);
    await forgetDialogue(it.core, { payload: JSON.stringify({ relationshipId: id }) });
    expect(await it.core.keys.find(dialogueKeyId(id))).toBeDefined();
  });
});

test.each([
  ['takes entries', false],
  ['was rolled back and takes none', true],
])('an older database put back: the company is left again, where the log %s', async (_, signed) => {
  const folder = mkdtempSync(join(tmpdir(), 'driverseat-left-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'driverseat.sqlite');
  const config = parseConfig({
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${file}`,
    BASE_URL: 'http://portal.test',
  });
  const today = await openPortal(config);
  const { company } = await addDemoCompany(today.core, 'alpenrad');
  const { customerId } = await registerConfirmed(today.core, 'geht@beispiel.at');
  const stays = await registerConfirmed(today.core, 'bleibt@beispiel.at');
  const id = await talk(today.core, customerId, company.id);
  await talk(today.core, stays.customerId, company.id);
  await signHead(today.core, today.signer);
  await today.database.checkpointWal();
  cpSync(file, `${file}.old`);
  await endRelationship(today.core, { customerId, companyId: company.id }, WEB);
  await runJobs(today.core);
  if (signed) await signHead(today.core, today.signer);
  await today.close();
  for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
  cpSync(`${file}.old`, file);

  const restored = await openPortal(config);
  onTestFinished(() => restored.close());
  expect(restored.readOnlyBecause !== undefined).toBe(signed);
  const { read } = restored.core.storage;
  const found = await read.relationship.find(id);
  if (signed) expect(found).toMatchObject({ endedAt: null, blocked: true });
  else expect(found?.endedAt).not.toBeNull();
  const threads = await tablesOf(restored.database)
    .writer.selectFrom('thread')
    .select('customer_id')
    .execute();
  expect(threads).toEqual([{ customer_id: stays.customerId }]);
  expect(await read.relationship.findLive(stays.customerId, company.id)).toMatchObject({ blocked: false });
  expect(await read.customer.find(customerId)).toMatchObject({ status: 'active' });
});
