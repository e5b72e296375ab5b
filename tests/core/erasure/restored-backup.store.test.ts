import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '#app/config.server.ts';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { signHead } from '#app/core/ledger/sign-head.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { openPortal } from '#app/portal.server.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { WEB } from '#tests/support/lived-portal.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { rowsNaming } from '#tests/support/rows-naming.ts';

test('last night’s database put back under today’s keys: the start removes the erased person before anything else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'driverseat-restore-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'driverseat.sqlite');
  const config = parseConfig({
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${file}`,
    BASE_URL: 'http://portal.test',
  });
  const backup = join(folder, 'last-night.sqlite');

  const today = await openPortal(config);
  const { core, signer, database } = today;
  const { company } = await addDemoCompany(core, 'alpenrad');
  const people = [];
  for (const name of ['geht', 'bleibt']) {
    const { customerId } = await registerConfirmed(core, `${name}@beispiel.at`);
    await connectCompany(core, { customerId, companyId: company.id, source: 'directory' });
    people.push(customerId);
  }
  const [leaver, other] = people;
  if (!leaver || !other) throw new Error('two people');
  await signHead(core, signer);
  await database.checkpointWal();
  cpSync(file, backup);
  await eraseCustomer(core, leaver, WEB);
  await signHead(core, signer);
  await today.close();
  for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
  cpSync(backup, file);

  const restored = await openPortal(config);
  onTestFinished(() => restored.close());
  // The signed head is newer than this database: nothing is written to the log any more, and still the person is gone.
  expect(restored.readOnlyBecause).toBeDefined();
  const found = await rowsNaming(restored.database, [leaver]);
  expect(Object.keys(found).sort()).toEqual([
    'customer.id',
    'erasure.customer_id',
    'relationship.customer_id',
    'shred_list.id',
  ]);
  expect(await restored.core.storage.read.customer.find(leaver)).toMatchObject({ status: 'left' });
  expect(
    await restored.core.storage.read.customer.findByEmailIndex(
      core.keys.blindIndex('email', 'geht@beispiel.at'),
    ),
  ).toBe(undefined);
  expect(await restored.core.storage.read.profile.sealedGroups([other])).not.toEqual([]);
});
