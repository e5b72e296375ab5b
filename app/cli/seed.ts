import { existsSync, mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Config } from '#app/config.server.ts';
import { readDemoConfig } from '#app/config.server.ts';
import { signHead } from '#app/core/ledger/sign-head.ts';
import { addMonths } from '#app/core/shared/calendar.ts';
import { customerPrincipal, staffPrincipal } from '#app/core/sign-in/principal.ts';
import { type DemoPerson, writeDemoPeople } from '#app/demo-people.server.ts';
import { openPortal } from '#app/portal.server.ts';
import { instantOf } from '#schema/instant.ts';
import { writeImprint } from './imprint.ts';
import type { Cast } from './seed/cast.ts';
import { DEMO_PEOPLE } from './seed/content/demo-people.ts';
import { seedPortal } from './seed/seed-portal.ts';
import { createSeedWorld } from './seed/seed-world.ts';
import { showProgress } from './show-progress.ts';

const DEMO_SEED = 20_261_121;

/** The plan's first release is thirteen months old. */
const MONTHS_BEFORE = 14;

/** `driverseat seed --customers N`: fills an empty data folder with the demo's year. Refuses where data is. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { customers: { type: 'string', default: '500' } },
  });
  const customers = Number(values.customers);
  if (!Number.isInteger(customers) || customers < 2 || customers > 1_000_000) {
    console.error(
      `--customers must be a whole number from 2 to 1000000, not "${values.customers}". Example: --customers 500`,
    );
    return 2;
  }
  const config = readDemoConfig();
  if (isSeeded(config)) {
    console.error(
      'There is data already; nothing was changed. Remove the data folder first to start afresh.',
    );
    return 1;
  }
  await seed(config, customers);
  return 0;
}

export function isSeeded({ database }: Config): boolean {
  return database.engine === 'sqlite' && existsSync(database.path);
}

/** Fills the portal named by `config`; progress goes to the standard error unless told otherwise. */
export async function seed(
  config: Config,
  customers: number,
  progress: (done: number, total: number) => void = showProgress('Writing a year of history'),
): Promise<void> {
  mkdirSync(config.dataDir, { recursive: true });
  const now = new Date();
  const world = createSeedWorld(addMonths(instantOf(now.getTime()), -MONTHS_BEFORE));
  const startedAt = performance.now();
  const portal = await openPortal(config, { world });
  try {
    const core = { ...portal.core, world };
    const cast = await seedPortal({
      core,
      customers,
      seed: DEMO_SEED,
      now,
      onWeek: async () => void (await signHead(core, portal.signer)),
      onProgress: progress,
    });
    writeDemoPeople(config.dataDir, demoPeople(cast));
    writeImprint(config.dataDir);
    const size = (await core.storage.read.ledger.state())?.size ?? 0;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.error(`${customers} customers, ${size} entries in the log, ${seconds} s`);
  } finally {
    await portal.close();
  }
}

function demoPeople(cast: Cast): DemoPerson[] {
  return DEMO_PEOPLE.map((person) => ({ ...person, principal: principalOf(cast, person.slug) }));
}

function principalOf({ people, staff }: Cast, slug: string): string {
  const person = people.get(slug);
  if (person) return customerPrincipal(person.customerId);
  const member = staff.get(slug);
  if (!member) throw new Error(`the demo has nobody called ${slug}`);
  return staffPrincipal(member.id);
}
