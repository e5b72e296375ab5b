import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '#tests/support/axe-faults.ts';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { press } from '#tests/support/press.ts';

let demo: DemoBrowser;
/** Found once: the address of the log with Anna's entries, and of one entry. */
let log: string;
let entry: string;
let person: string;

beforeAll(async () => {
  demo = await startDemoBrowser();
  const page = await demo.open({ person: 'officer-alpenrad' });
  await page.goto('/officer/log');
  await page.getByLabel('E-Mail oder Kundennummer').fill('AR-1001');
  await press(page, 'Suchen');
  log = new URL(page.url()).pathname + new URL(page.url()).search;
  const granted = page.locator('tbody tr').filter({ hasText: 'Einwilligung erteilt' }).first();
  entry = (await granted.locator('a').last().getAttribute('href')) ?? '';
  person = (await granted.locator('a').first().getAttribute('href')) ?? '';
});
afterAll(() => demo.stop());

async function faults(page: Page): Promise<string[]> {
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
  const found = await axeFaults(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return wider > 0 ? [...found, `${wider} px wider than the screen`] : found;
}

test.each([360, 1280])('at %i px no page of the officer has a fault that axe can find', async (width) => {
  const page = await demo.open({ person: 'officer-alpenrad', viewport: { width, height: 800 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A form that was refused answers 422, which browsers write down as an error.
    if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text());
  });
  const pages = [log, '/officer/log', '/officer/log?kind=erased', entry, person, `${person}/no`];
  for (const path of [...pages, '/officer/messages']) {
    const response = await page.goto(path);
    expect([path, response?.status()]).toEqual([path, 200]);
    expect(await faults(page), path).toEqual([]);
  }
  await page.goto('/officer/log');
  await page.getByLabel('E-Mail oder Kundennummer').fill('niemand@beispiel.at');
  await press(page, 'Suchen');
  expect(await faults(page), 'nobody found').toEqual([]);

  for (const [path, name] of [
    [entry, 'Öffnen'],
    [person, 'Nachweis öffnen'],
  ] as const) {
    await page.goto(path);
    await press(page, name);
    expect(await faults(page), `${path}, no reason`).toEqual([]);
    await page.getByLabel('Grund').fill('Durchsicht');
    await page
      .locator('input[name=texts]')
      .setChecked(true, { timeout: 500 })
      .catch(() => {});
    await press(page, name);
    expect(await faults(page), `${path}, opened`).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

test('in English every page speaks English', async () => {
  const page = await demo.open({ person: 'officer-alpenrad' });
  await page.goto('/language?lang=en&to=/officer/log');
  expect(await page.locator('h1').textContent()).toMatch(
    /entries of your company, each individually proved$/,
  );
  await page.goto(person);
  await page.getByLabel('Reason').fill('Look-through');
  await press(page, 'Open the proof');
  const text = (await page.locator('article.proof').textContent()) ?? '';
  expect(text).toContain('under Art. 7(1) GDPR and § 174 TKG 2021');
  expect(text).not.toMatch(/Einwilligung erteilt|Fassung|Kette|Zweck\b/);
});
