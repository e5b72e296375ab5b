import { readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import SqliteClient from 'better-sqlite3';
import { parseConfig } from '#app/config.server.ts';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { openPortal } from '#app/portal.server.ts';
import { CompanyId, CustomerId } from '#schema/ids.ts';

/**
 * A portal of its own in which somebody leaves. It kills itself just before the
 * n-th statement of that (0: it lives, and says how many there were), or is
 * killed from outside once it has said that it begins.
 */
const [dataDir = '', what = '', customer = '', company = '', dieAt = '0'] = process.argv.slice(2);
const BY_HAND = {
  actor: { kind: 'customer', name: '' },
  method: 'web',
  source: '/me',
  language: 'de',
} as const;

let counting = false;
let statements = 0;
function countStatement(): void {
  if (!counting) return;
  statements += 1;
  if (statements === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
}

/** Every statement to either file passes here, and so do begin and commit. */
function countThrough(prototype: object, names: readonly string[]): void {
  for (const name of names) {
    const run = Reflect.get(prototype, name) as (...values: unknown[]) => unknown;
    Reflect.set(prototype, name, function counted(this: unknown, ...values: unknown[]) {
      countStatement();
      return run.apply(this, values);
    });
  }
}
const probe = new SqliteClient(':memory:');
countThrough(Object.getPrototypeOf(probe), ['exec', 'pragma']);
countThrough(Object.getPrototypeOf(probe.prepare('select 1')), ['run', 'all', 'get']);

const portal = await openPortal(
  parseConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: `sqlite:${join(dataDir, 'driverseat.sqlite')}`,
    BASE_URL: 'http://portal.test',
  }),
);
writeSync(1, 'begins\n');
readSync(0, Buffer.alloc(1));
counting = true;
const customerId = CustomerId.parse(customer);
if (what === 'portal') await eraseCustomer(portal.core, customerId, BY_HAND);
else await endRelationship(portal.core, { customerId, companyId: CompanyId.parse(company) }, BY_HAND);
// What the next job does.
await portal.database.checkpointWal();
counting = false;
writeSync(1, `${statements}\n`);
await portal.close();
