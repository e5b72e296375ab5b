import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { type DemoData, openDemoData } from '#tests/support/demo-data.ts';
import { follow } from '#tests/support/press.ts';
import { readCsv } from '#tests/support/read-csv.ts';

let demo: DemoBrowser;
let data: DemoData;
beforeAll(async () => {
  demo = await startDemoBrowser();
  data = await openDemoData(demo.server.dataDir);
});
afterAll(async () => {
  await data.close();
  await demo.stop();
});

const headline = (page: Page) => textIn(page, 'h1');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first();

async function textIn(page: Page, selector: string): Promise<string> {
  return ((await page.locator(selector).first().textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
}

describe.each([true, false])('with scripts on: %s', (javaScriptEnabled) => {
  test('from the overview to a segment, two files and a no from a letter', async () => {
    const page = await demo.open({
      javaScriptEnabled,
      person: 'marketer-alpenrad',
      viewport: { width: 1280, height: 900 },
      acceptDownloads: true,
    });
    await page.goto('/company');
    expect(await headline(page)).toMatch(/^\d+ Menschen dürfen Sie für „.+“ ansprechen\./);
    await follow(page, link(page, 'Neues rund ums Rad'));
    const permitted = await data.permitted('alpenrad', 'newsletter');
    expect(await page.locator('tbody tr').count()).toBe(permitted.length);
    expect(await textIn(page, 'main')).toContain('Diese Ansicht wird den Kundinnen und Kunden gezeigt');
    for (const { values } of permitted) expect(await textIn(page, 'table')).toContain(String(values.email));

    await follow(page, link(page, 'Segment bilden'));
    await page.locator('select[name=add]').selectOption('interests');
    await follow(page, button(page, 'Hinzufügen'));
    for (const value of INTERESTS) await page.locator(`input[name=value-0][value=${value}]`).check();
    await follow(page, button(page, 'Neu zählen'));
    const members = permitted.filter(({ values }) =>
      INTERESTS.some((interest) => [values.interests ?? []].flat().includes(interest)),
    );
    expect(members.length).toBeGreaterThan(0);
    expect(await textIn(page, '.stat-value')).toBe(String(members.length));
    const name = `Touren, ${javaScriptEnabled ? 'mit' : 'ohne'} Skript`;
    await page.locator('input[name=name]').fill(name);
    await follow(page, button(page, 'Segment speichern'));
    expect(await headline(page)).toMatch(new RegExp(`^Zu „${name}“ gehör(t|en) jetzt`));

    await link(page, 'Als Datei holen').click();
    await freshCode(page, '/export');
    if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const reason = `Einladung zur Ausfahrt, ${javaScriptEnabled}`;
    const csv = (await download(page, 'csv', reason)).toString('utf8');
    const [head = [], ...rows] = readCsv(csv.replace(/^\uFEFF/, ''));
    expect(rows.map(([subject]) => subject)).toEqual(members.map(({ subject }) => subject));
    for (const [position, { values }] of members.entries()) {
      const row = Object.fromEntries(head.map((field, index) => [field, rows[position]?.[index]]));
      for (const field of head.slice(3)) {
        const value = [values[field as keyof typeof values] ?? ''].flat().join('; ');
        expect(row[field]).toBe(/^[=+\-@]/.test(value) ? `'${value}` : value);
      }
    }
    const ndjson = (await download(page, 'ndjson', reason)).toString('utf8').trimEnd().split('\n');
    expect(ndjson.map((line) => JSON.parse(line))).toEqual(members);
    // The page stands as before: a second press brings no second file and says where the first is.
    await follow(page, button(page, 'Datei holen'));
    expect(await textIn(page, '[role=status]')).toContain('Diese Datei haben Sie schon geholt.');

    await page.goto('/company/people?purpose=newsletter');
    const first = permitted[javaScriptEnabled ? 0 : 1];
    await follow(page, link(page, first?.subject.slice(0, 8) ?? ''));
    expect(await textIn(page, 'main')).toContain('Dieser Blick wird der Person gezeigt');
    await follow(page, link(page, 'Ein Nein notieren'));
    await follow(page, button(page, 'Nein notieren'));
    expect(await textIn(page, '.error-summary')).toContain('2 Angaben passen noch nicht.');
    await page.locator('input[name=method][value=letter]').check();
    await page.locator('input[name=source]').fill('Brief vom 14. März');
    await follow(page, button(page, 'Nein notieren'));
    expect(await textIn(page, '[role=status]')).toContain('Das Nein gilt');
    await page.goto('/company/people?purpose=newsletter');
    expect(await textIn(page, 'table')).not.toContain(String(first?.values.email));
    expect((await page.goto(`/company/people/${first?.subject}?purpose=newsletter`))?.status()).toBe(404);
  });
});

test('the customer reads who looked, as a list and as a file, with the sentence that was given', async () => {
  const page = await demo.open({ person: 'anna' });
  await page.goto('/me/looks?company=alpenrad');
  const text = await textIn(page, 'main');
  expect(text).toContain('Neues rund ums Rad');
  expect(text).toContain('in einer Liste gelesen');
  expect(text).toMatch(/Alpenrad hat (im [\p{L}]+ \d+ \d+-mal )?eine Datei geholt/u);
  expect(text).toContain('Einladung zur Ausfahrt');
});

/** Family, tours: Anna's interests are among them. */
const INTERESTS = ['cycling-tours', 'family'];

/** The code that a file of people asks for, taken from the demo's outbox. */
async function freshCode(page: Page, target: string): Promise<void> {
  await page.waitForURL('**/step-up?**');
  await follow(page, page.locator('main form button').first());
  await page.waitForURL('**/step-up?request=**');
  const form = page.url();
  const mails = page.locator('article', { hasText: /\d{4} \d{4}/ });
  await expect
    .poll(
      async () => {
        await page.goto('/demo/mail');
        return mails.count();
      },
      { timeout: 20_000 },
    )
    .toBe(++codes);
  const code = /\d{4} \d{4}/.exec((await mails.first().textContent()) ?? '')?.[0] ?? '';
  await page.goto(form);
  await page.locator('input[name=code]').fill(code);
  await follow(page, page.locator('button[value=code]'));
  await page.waitForURL(`**${target}`);
}
let codes = 0;

async function download(page: Page, format: 'csv' | 'ndjson', reason: string): Promise<Buffer> {
  await page.locator('textarea[name=reason]').fill(reason);
  await page.locator(`input[name=format][value=${format}]`).check();
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Datei holen').click()]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^alpenrad-newsletter-[-0-9]{10}\\.${format}$`));
  return readFileSync(await file.path());
}
