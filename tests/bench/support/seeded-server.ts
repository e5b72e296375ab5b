import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createAuth } from '#app/auth/auth.ts';
import { parseConfig } from '#app/config.server.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { customerPrincipal, type Principal } from '#app/core/sign-in/principal.ts';
import { readDemoPeople } from '#app/demo-people.server.ts';
import { openPortal } from '#app/portal.server.ts';
import type { PurposeId, PurposeVersionId } from '#schema/ids.ts';
import { createHttpClient, type HttpClient } from '#tests/bench/support/http-client.ts';
import { runProgram, startBuiltServer } from '#tests/support/built-server.ts';

export interface SeededServer {
  readonly client: HttpClient;
  /** Cookies of customers who are connected to Alpenrad and confirmed. */
  readonly customers: readonly string[];
  readonly anna: string;
  readonly marketer: string;
  readonly newsletter: { readonly purposeId: PurposeId; readonly versionId: PurposeVersionId };
  readonly seedSeconds: number;
  stop(): Promise<void>;
}

/** The built program: seeds the demo, then serves it in a process of its own. */
export async function startSeededServer(customers: number, sessions: number): Promise<SeededServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'driverseat-bench-'));
  const environment = {
    DEMO: '1',
    DATA_DIR: dataDir,
    DATABASE_URL: `sqlite:${join(dataDir, 'driverseat.sqlite')}`,
  };
  const startedAt = performance.now();
  const seeded = await runProgram(
    ['build/server/cli.js', 'seed', '--customers', String(customers)],
    environment,
  );
  if (seeded.code !== 0) throw new Error(`the seed failed:\n${seeded.output}`);
  const seedSeconds = (performance.now() - startedAt) / 1000;
  const signedIn = await signIn(environment, sessions);
  const server = await startBuiltServer({ dataDir, environment });
  const client = createHttpClient(server.url);
  await untilChecked(client);
  return {
    ...signedIn,
    client,
    seedSeconds,
    stop: async () => {
      client.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Sessions as sign-in opens them, written before the server starts. */
async function signIn(environment: Readonly<Record<string, string>>, sessions: number) {
  const config = parseConfig(environment);
  const { core, close } = await openPortal(config);
  const auth = createAuth(core, { secureCookies: false });
  const open = async (principal: Principal): Promise<string> => {
    const wish = { principal, remember: false, steppedUp: false };
    const opened = await core.storage.transact((tx) => openSession(core, tx, wish, core.world.now()));
    return auth.cookie(opened).split(';')[0] ?? '';
  };
  try {
    const { read } = core.storage;
    const people = readDemoPeople(config.dataDir);
    const demoPerson = (slug: string) =>
      open(people.find((one) => one.slug === slug)?.principal as Principal);
    const company = await read.company.findBySlug('alpenrad');
    const purpose = company && (await read.purpose.findBySlug(company.id, 'newsletter'));
    const version = purpose && (await read.purpose.currentVersion(purpose.id));
    if (!company || !purpose || !version) throw new Error('the demo has no newsletter of Alpenrad');
    const customers: string[] = [];
    for (const { companyId, customerId, endedAt } of await read.relationship.page(null, 5_000)) {
      if (companyId !== company.id || endedAt || customers.length === sessions) continue;
      const customer = await read.customer.find(customerId);
      if (customer?.status === 'active') customers.push(await open(customerPrincipal(customerId)));
    }
    return {
      customers,
      anna: await demoPerson('anna'),
      marketer: await demoPerson('marketer-alpenrad'),
      newsletter: { purposeId: purpose.id, versionId: version.id },
    };
  } finally {
    await close();
  }
}

/** The server checks the whole log when it starts; figures are taken when it is done. */
async function untilChecked(client: HttpClient): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = await client.get('/imprint?lang=en');
    if (!/noch nicht geprüft|not (?:yet )?checked/i.test(body)) return;
    await wait(200);
  }
  throw new Error('the server did not check its log');
}
