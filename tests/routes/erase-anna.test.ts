import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { finishErasures } from '#app/core/erasure/finish-erasures.ts';
import { releaseHold } from '#app/core/request/hold-request.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { keysUrlFor } from '#db/database-url.ts';
import { type Database, openDatabase } from '#db/open-db.ts';
import type { CustomerId, StaffId } from '#schema/ids.ts';
import { WEB } from '#tests/support/lived-portal.ts';
import { rowsNaming } from '#tests/support/rows-naming.ts';
import { searchBytes } from '#tests/support/search-bytes.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let database: Database;
beforeAll(async () => {
  portal = await startTestPortal();
  const url = `sqlite:${portal.dataDir}/driverseat.sqlite`;
  database = await openDatabase({ url, keysUrl: keysUrlFor(url) });
});
afterAll(async () => {
  await database.close();
  await portal.stop();
});

/** Typed by hand, and long enough to stand nowhere else; the rest is chosen from lists that every portal has. */
const TYPED = ['email', 'mobile', 'street', 'frame-number', 'meter-number', 'loyalty-card'];

async function typedBy(customerId: CustomerId): Promise<string[]> {
  const own = await readOwn(portal.services.core, customerId);
  return TYPED.flatMap((field) => {
    const value = own[field]?.value;
    return typeof value === 'string' ? value : [];
  });
}

test('the customer with the longest history is erased: no row, no file and no page leads to her', async () => {
  const { core } = portal.services;
  const { read } = core.storage;
  const anna = portal.services.demoPeople().find(({ slug }) => slug === 'anna');
  const customerId = (anna?.principal.split(':')[1] ?? '') as CustomerId;
  const customer = await read.customer.find(customerId);
  const relationships = await read.relationship.allOfCustomer(customerId);
  const typed = await typedBy(customerId);
  expect(relationships).toHaveLength(3);
  expect(typed.length).toBeGreaterThan(2);
  const before = await rowsNaming(database, [customerId]);
  expect(Object.keys(before).length).toBeGreaterThan(5);
  await portal.services.jobs.drain();

  await eraseCustomer(core, customerId, WEB);
  await portal.services.jobs.drain();
  expect(await rowsNaming(database, [customerId, customer?.factId ?? '', ...typed])).toEqual({
    'shred_list.id': 1,
  });
  expect((await portal.services.checkLog()).report?.faults).toEqual([]);

  // One company has to keep something for a dispute: until its officer lets go, that proof stays.
  portal.world.advance(6 * 366 * DAY_MS);
  await finishErasures(core);
  const asked = await Promise.all(relationships.map(({ id }) => read.request.ofRelationship(id)));
  const [held, ...others] = asked.flat().filter(({ hold }) => hold !== null);
  const officer = portal.services.demoPeople().find(({ slug }) => slug === 'officer-kornundkruste');
  const by = await read.staff.find((officer?.principal.split(':')[1] ?? '') as StaffId);
  if (!held || !by) throw new Error('the demo has a request that is held back');
  expect(others).toEqual([]);
  await releaseHold(core, { requestId: held.id, by });
  await finishErasures(core);
  await portal.services.jobs.drain();
  const ids = relationships.flatMap(({ id, subject }) => [id, subject]);
  expect(Object.keys(await rowsNaming(database, ids))).toEqual(['shred_list.id']);
  expect((await portal.services.checkLog()).report?.faults).toEqual([]);
  await database.checkpointWal();
  const wanted = Object.fromEntries(typed.map((text) => [text, Buffer.from(text)]));
  const found = searchBytes(portal.dataDir, wanted, /demo-people|imprint/);
  console.log(
    `${found.files} files, ${found.bytes} bytes, ${typed.length} values, ${found.hits.length} hits`,
  );
  expect(found.hits).toEqual([]);
});
