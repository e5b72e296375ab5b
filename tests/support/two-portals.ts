import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setPreference } from '#app/core/preference/set-preference.ts';
import type { CustomerId } from '#schema/ids.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

/** Two portals with logs, keys and databases of their own: Anna's in the seeded one, and one that has only Alpenrad. */
export interface TwoPortals {
  readonly here: TestPortal;
  readonly there: TestPortal;
  readonly anna: CustomerId;
  /** Anna's export from here, with wishes for all companies and for one. */
  readonly zip: Buffer;
  stop(): Promise<void>;
}

export async function startTwoPortals(): Promise<TwoPortals> {
  const here = await startTestPortal();
  const folder = mkdtempSync(join(tmpdir(), 'driverseat-other-'));
  const there = await startTestPortal({
    environment: {
      DEMO: '0',
      DATA_DIR: folder,
      DATABASE_URL: `sqlite:${join(folder, 'driverseat.sqlite')}`,
      BASE_URL: 'http://other.test',
    },
  });
  await addDemoCompany(there.services.core, 'alpenrad');
  const person = here.services.demoPeople().find(({ slug }) => slug === 'anna');
  const anna = person?.principal.split(':')[1] as CustomerId;
  const { core } = here.services;
  await setPreference(core, { customerId: anna, companyId: null, channelsOff: ['phone', 'sms'] });
  const alpenrad = await core.storage.read.company.findBySlug('alpenrad');
  await setPreference(core, { customerId: anna, companyId: alpenrad?.id ?? null, channelsOff: ['post'] });
  await here.services.signHead();
  const zip = await fetchZip(here, await here.signIn('anna', { steppedUp: true }));
  return {
    here,
    there,
    anna,
    zip,
    stop: async () => {
      await here.stop();
      await there.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function fetchZip(portal: TestPortal, cookie: string): Promise<Buffer> {
  const response = await portal.post('/me/export/file', cookie, {});
  if (response.status !== 200) throw new Error(`no file: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** Sealed files that wait on disk. */
export function filesOnDisk({ config }: TestPortal): string[] {
  const folder = join(config.dataDir, 'exports');
  return existsSync(folder) ? readdirSync(folder) : [];
}

export async function logSize({ services }: TestPortal): Promise<number> {
  return (await services.core.storage.read.ledger.state())?.size ?? -1;
}
