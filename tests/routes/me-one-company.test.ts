import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '#app/config.server.ts';
import { createLogger } from '#app/logger.server.ts';
import { createServices, type Services } from '#app/services.server.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { startTestServer, type TestServer } from '#tests/support/start-server.ts';
import { createTestWorld } from '#tests/support/test-world.ts';

let folder: string;
let services: Services;
let server: TestServer;
let visit: CustomerVisit;

/** One company is the normal case: no directory, no talk of several. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'driverseat-one-'));
  const environment = {
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${join(folder, 'driverseat.sqlite')}`,
    BASE_URL: 'http://portal.test',
  };
  const world = createTestWorld(new Date().toISOString());
  services = await createServices(parseConfig(environment), { world, logger: createLogger('silent') });
  await addDemoCompany(services.core, 'alpenrad');
  server = await startTestServer({ services, environment });
  visit = await freshCustomer(
    {
      services,
      request: server.request,
      post: (path, cookie, fields) =>
        server.request(path, {
          method: 'POST',
          body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])),
          headers: { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
        }),
    },
    'eine@beispiel.at',
  );
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the overview is the company’s page, in its colour, and connects there', async () => {
  const before = await visit.get('/me');
  expect(before.text).toContain('Sie und Alpenrad sind nicht verbunden.');
  expect(before.html).toContain('class="brand-alpenrad"');
  const page = await visit.act('/me', { act: 'connect' });
  expect(page.text).toContain('Sie sind jetzt mit Alpenrad verbunden.');
  expect(page.text).toContain('Alpenrad darf Ihre Daten für eine Sache nutzen.');
  expect(page.html).toContain('href="/me/companies/alpenrad/newsletter"');
});

test('there is no directory and no sentence about companies', async () => {
  expect((await visit.get('/me/companies')).status).toBe(302);
  for (const path of [
    '/me',
    '/me/preferences',
    '/me/looks',
    '/me/messages',
    '/me/messages/new',
    '/me/yearly',
    '/me/companies/alpenrad/record',
    '/me/profile',
    '/me/companies/alpenrad/newsletter',
  ]) {
    const page = await visit.get(path);
    expect(page.status, path).toBe(200);
    expect(page.html, path).not.toContain('href="/me/companies"');
    expect(page.text, path).not.toMatch(/\bFirmen\b/);
  }
});

test('pause, channels and taking back lead back to the overview', async () => {
  const paused = await visit.act('/me', { act: 'pause', pause: 'week' });
  expect(paused.text).toContain('Alpenrad macht jetzt Pause.');
  await visit.act('/me', { act: 'pause', pause: 'none' });
  const done = await visit.act('/me/take-back', { act: 'take-back', company: 'alpenrad' });
  expect(done.text).toContain('Zurückgenommen: eine Sache.');
  expect(done.text).toContain('Alpenrad darf Ihre Daten im Moment nicht nutzen.');
  const undone = await visit.act('/me/take-back', {
    act: 'undo',
    first: done.hidden('first'),
    last: done.hidden('last'),
  });
  expect(undone.text).toContain('Rückgängig gemacht: eine Sache gilt wieder wie vorher.');
});

test('the only company is left from its own page, and joined there again', async () => {
  await visit.act('/me', { act: 'connect' });
  expect((await visit.get('/me')).html).toContain('href="/me/companies/alpenrad/leave"');
  const page = await visit.get('/me/companies/alpenrad/leave');
  expect(page.status).toBe(200);
  expect(page.html).not.toContain('href="/me/companies"');
  const gone = await visit.act('/me/companies/alpenrad/leave', {});
  expect(gone.text).toContain('Ihre Verbindung mit Alpenrad ist beendet.');
  expect(gone.text).toContain('Sie und Alpenrad sind nicht verbunden.');
  expect((await visit.act('/me', { act: 'connect' })).text).toContain(
    'Sie sind jetzt mit Alpenrad verbunden.',
  );
});
