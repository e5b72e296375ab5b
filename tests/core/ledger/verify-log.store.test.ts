import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '#app/config.server.ts';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import type { LogFault } from '#app/core/ledger/log-fault.ts';
import { verifyLog } from '#app/core/ledger/verify-log.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { evidenceKeyId } from '#app/core/vault/places.ts';
import { openPortal } from '#app/portal.server.ts';
import { tablesOf } from '#db/open-db.ts';
import { createLogCheck } from '#tests/support/check-log.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { liveInPortal, WEB } from '#tests/support/lived-portal.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { createTestCore } from '#tests/support/test-core.ts';
import { flipped, named } from './tampered-log.ts';

const NOTHING = { fields: [], channels: [] };

describe.each(ENGINES)('the check of the log on %s', (engine) => {
  test('a log of some hundred acts by chance is whole', async () => {
    const it = await createTestCore(engine);
    onTestFinished(it.close);
    const log = createLogCheck(it);
    await liveInPortal(it, { acts: 400, customers: 6, often: log.expectWhole });
    const steps: number[] = [];
    const report = await log.check((done) => steps.push(done));
    expect(report).toMatchObject({ faults: [], erased: 0, opened: report.size, checkpointSize: report.size });
    expect(report.size).toBeGreaterThan(350);
    expect(steps).toEqual([256, report.size]);
  }, 60_000);

  test('decisions that fall into the check raise no false alarm', async () => {
    const it = await createTestCore(engine);
    onTestFinished(it.close);
    const log = createLogCheck(it);
    const { customers, shops } = await liveInPortal(it, { acts: 120, customers: 4 });
    const [shop] = shops;
    if (!shop) throw new Error('a shop');
    const { purpose } = await shop.purpose('similar-products');
    let checking = true;
    const decide = async () => {
      for (let round = 0; checking; round += 1) {
        const customerId = customers[round % customers.length];
        if (!customerId) continue;
        const which = { customerId, companyId: shop.company.id, purposeId: purpose.id };
        const { version } = await shop.purpose('similar-products');
        if (round % 8 < 4) await sayNo(it.core, which, WEB);
        else await grantConsent(it.core, { ...which, versionId: version.id, choice: NOTHING }, WEB);
        if (round % 5 === 0) await shop.change('newsletter');
      }
    };
    const deciding = decide();
    const found: LogFault[] = [];
    for (let round = 0; round < 5; round += 1) found.push(...(await log.check()).faults);
    checking = false;
    await deciding;
    expect(found).toEqual([]);
    await log.expectWhole();
  }, 60_000);

  test('what is changed in the tables is named', async () => {
    const it = await createTestCore(engine);
    onTestFinished(it.close);
    await liveInPortal(it, { acts: 60, customers: 2 });
    const log = createLogCheck(it);
    await log.expectWhole();
    const db = tablesOf(it.database).writer;
    const { idx, sealed } = await db
      .selectFrom('ledger_entry')
      .selectAll()
      .where('kind', '=', 'granted')
      .orderBy('idx', 'desc')
      .executeTakeFirstOrThrow();
    const consent = await db
      .selectFrom('consent')
      .selectAll()
      .where('state', '=', 'granted')
      .executeTakeFirstOrThrow();
    const batch = await db.selectFrom('disclosure').selectAll().executeTakeFirstOrThrow();
    await db
      .updateTable('ledger_entry')
      .set({ sealed: flipped(sealed) })
      .where('idx', '=', idx)
      .execute();
    await db
      .updateTable('consent')
      .set({ expires_at: '2099-01-01T00:00:00.000Z' })
      .where('relationship_id', '=', consent.relationship_id)
      .where('purpose_id', '=', consent.purpose_id)
      .execute();
    await db.updateTable('disclosure').set({ reason: 'x' }).where('id', '=', batch.id).execute();
    expect(named((await log.check()).faults)).toEqual(
      expect.arrayContaining([
        `record-unreadable entry ${idx}`,
        `state-mismatch consent ${consent.relationship_id}/${consent.purpose_id}`,
        `disclosure-mismatch entry ${batch.ledger_index}`,
      ]),
    );
  });

  test('an erased person leaves entries that still stand in the tree and lead nowhere', async () => {
    const it = await createTestCore(engine);
    onTestFinished(it.close);
    const log = createLogCheck(it);
    const { company, purpose } = await addDemoCompany(it.core, 'alpenrad');
    const { customerId } = await registerConfirmed(it.core, 'weg@beispiel.at');
    const relationship = await connectCompany(it.core, { customerId, companyId: company.id, source: 'test' });
    const which = { customerId, companyId: company.id, purposeId: (await purpose('newsletter')).purpose.id };
    await sayNo(it.core, which, WEB);
    await log.expectWhole();

    const db = tablesOf(it.database).writer;
    const own = ['relationship_id', '=', relationship.id] as const;
    await it.core.keys.shred([evidenceKeyId(relationship.id)]);
    // The key alone is not enough: somebody who only takes keys away is found out.
    expect(new Set((await log.check()).faults.map(({ code }) => code))).toContain('record-unreadable');
    await db
      .updateTable('ledger_entry')
      .set({ relationship_id: null })
      .where(...own)
      .execute();
    expect(named((await log.check()).faults)).toEqual([
      `state-without-entry relationship ${relationship.id}`,
    ]);
    await db
      .deleteFrom('consent')
      .where(...own)
      .execute();
    expect(await log.check()).toMatchObject({ faults: [], erased: 2 });
  });
});

test('a database set back to an older state opens for reading, says why, and fails its check', async () => {
  const it = await createTestCore('sqlite');
  onTestFinished(it.close);
  const log = createLogCheck(it);
  const { customers, shops } = await liveInPortal(it, { acts: 20, customers: 2 });
  await log.expectWhole();
  await it.database.checkpointWal();
  const older = mkdtempSync(join(tmpdir(), 'driverseat-older-'));
  onTestFinished(() => rmSync(older, { recursive: true }));
  const isDatabase = (name: string) => name.startsWith('driverseat.sqlite');
  for (const name of readdirSync(it.folder).filter(isDatabase))
    cpSync(join(it.folder, name), join(older, name));
  const [shop] = shops;
  for (const customerId of customers)
    for (const slug of ['newsletter', 'test-rides'])
      if (shop) {
        const { purpose } = await shop.purpose(slug);
        await sayNo(it.core, { customerId, companyId: shop.company.id, purposeId: purpose.id }, WEB);
      }
  await shop?.change('newsletter');
  await log.expectWhole();

  // Everything as it is now, but the database as it was.
  for (const name of readdirSync(it.folder).filter((entry) => !isDatabase(entry)))
    cpSync(join(it.folder, name), join(older, name), { recursive: true });
  const portal = await openPortal(
    parseConfig({ DATA_DIR: older, DATABASE_URL: `sqlite:${join(older, 'driverseat.sqlite')}` }),
  );
  onTestFinished(portal.close);
  expect(portal.readOnlyBecause).toMatch(/does not continue .* restored from an older backup/);
  const [customerId] = customers;
  if (!shop || !customerId) throw new Error('a shop and a customer');
  const { purpose } = await shop.purpose('newsletter');
  const no = sayNo(portal.core, { customerId, companyId: shop.company.id, purposeId: purpose.id }, WEB);
  await expect(no).rejects.toThrow(/does not continue/);
  const { faults } = await verifyLog(portal.core, { keys: [portal.signer.key], lock: portal.signer.lock });
  expect(named(faults)).toContain('rolled-back lock file');
});
