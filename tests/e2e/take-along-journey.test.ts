import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { follow, press } from '#tests/support/press.ts';
import { readZip } from '#tests/support/read-zip.ts';

/* One customer takes everything along; another opens that file. Nobody here runs a script. */

let demo: DemoBrowser;
let zip: Buffer;

beforeAll(async () => {
  demo = await startDemoBrowser();
});
afterAll(() => demo.stop());

const words = async (page: Page): Promise<string> => (await page.textContent('main')) ?? '';
const here = (page: Page): string => new URL(page.url()).pathname;

async function typeCode(page: Page): Promise<void> {
  await page.locator('main form button').first().click();
  await page.waitForURL('**/step-up?request=**');
  const mails = await demo.open();
  const code = async () => {
    await mails.goto('/demo/mail');
    return /\d{4} \d{4}/.exec(await words(mails))?.[0] ?? '';
  };
  await expect.poll(code, { timeout: 20_000 }).not.toBe('');
  await page.locator('input[name=code]').fill(await code());
  await page.locator('button[value=code]').click();
}

async function choose(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.goto('/me/import');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer: bytes });
  await press(page, 'Datei ansehen');
}

test('from the account to the whole file in hand: a fresh code, one press, and a page that opens from the disk', async () => {
  const page = await demo.open({ javaScriptEnabled: false, person: 'anna', acceptDownloads: true });
  await page.goto('/me/account');
  await follow(page, page.locator('a[href="/me/export"]').first());
  await follow(page, page.locator('a[href^="/step-up"]').first());
  await typeCode(page);
  await page.waitForURL('**/me/export');
  expect(await words(page)).toContain('Ihr Code gilt hier noch bis');
  const fetched = page.waitForEvent('download');
  await page.locator('form[action="/me/export/file"] button').click();
  const download = await fetched;
  expect(download.suggestedFilename()).toMatch(/^driverseat-\d{4}-\d\d-\d\d\.zip$/);
  zip = await readFile(await download.path());

  const files = await readZip(zip);
  const offline = await demo.open({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
  const asked: string[] = [];
  offline.on('request', (request) => asked.push(request.url()));
  await offline.setContent(files.get('index.html')?.toString('utf8') ?? '');
  expect(await words(offline)).toContain('Alles, was hier über Sie steht.');
  expect(await offline.locator('nav a').count()).toBeGreaterThan(10);
  const overflow = await offline.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(overflow).toBe(0);
  expect(asked).toEqual([]);
});

test('a file that is none is said why; no file at all too', async () => {
  const page = await demo.open({ javaScriptEnabled: false, person: 'ben' });
  await choose(page, 'brief.zip', Buffer.from('Liebe Oma'));
  expect(await words(page)).toContain('Das ist keine Zip-Datei');
  await page.goto('/me/import');
  await press(page, 'Datei ansehen');
  expect(await words(page)).toContain('Bitte wählen Sie zuerst eine Datei.');
});

test('the file is looked at, taken over, and what came from elsewhere stands by itself with its proof', async () => {
  const page = await demo.open({ javaScriptEnabled: false, person: 'ben' });
  await choose(page, 'driverseat.zip', zip);
  expect(here(page)).toBe('/me/import/check');
  expect(await words(page)).toContain('Noch gilt nichts davon.');
  expect(await words(page)).toContain('Seestraße 12');
  await press(page, 'Übernehmen');
  expect(here(page)).toBe('/me/import');
  expect(await words(page)).toContain('Das ist jetzt auch hier.');
  await page.goto('/me/profile');
  expect(await words(page)).toContain('Seestraße 12');
  await page.goto('/me/history');
  await follow(page, page.locator('a[href^="/me/history/brought/"]').first());
  await follow(page, page.locator('main ol a[href^="/me/history/brought/"]').first());
  expect(await words(page)).toContain('Der Beweis passt zu der Unterschrift, die in der Datei war.');
  await page.goto('/me/import/check');
  expect(here(page)).toBe('/me/import');
});
