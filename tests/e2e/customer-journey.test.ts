import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExportManifest } from '#schema/export-manifest.ts';
import { ExportedEntry } from '#schema/own-export.ts';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { follow } from '#tests/support/press.ts';
import { readZip } from '#tests/support/read-zip.ts';

let demo: DemoBrowser;
beforeAll(async () => {
  demo = await startDemoBrowser();
});
afterAll(() => demo.stop());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first();
const headline = (page: Page) => textIn(page.locator('h1'));

async function textIn(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Registers through the page and presses the button behind the link in the mail. */
async function register(page: Page): Promise<void> {
  const email = `${randomBytes(6).toString('hex')}@beispiel.at`;
  await page.goto('/register');
  await page.locator('input[name=email]').fill(email);
  await follow(page, page.locator('main form button'));
  await page.waitForURL('**/register/sent');
  const mail = page.locator('article', { hasText: email });
  await expect.poll(() => openMails(page, mail), { timeout: 20_000 }).toBe(1);
  await follow(page, mail.locator('a').first());
  await follow(page, page.locator('main form button'));
  await page.waitForURL('**/me');
}

/** Opens the demo's outbox anew; how many of these mails are in it. */
async function openMails(page: Page, mails: Locator): Promise<number> {
  await page.goto('/demo/mail');
  return mails.count();
}

/** Codes mailed so far. */
let codes = 0;

describe.each([true, false])('with scripts on: %s', (javaScriptEnabled) => {
  test('from the first visit to taking everything along', async () => {
    const page = await demo.open({ javaScriptEnabled, viewport: { width: 360, height: 780 } });
    await register(page);
    expect(await headline(page)).toContain('Hier bestimmen Sie');

    await follow(page, link(page, 'Firmen ansehen'));
    await follow(page, button(page, 'Mit Alpenrad verbinden'));
    expect(await textIn(page.getByRole('status'))).toContain('Sie sind jetzt mit Alpenrad verbunden.');
    expect(await page.locator('input:checked').count()).toBe(0);

    await follow(page, link(page, 'Probefahrten in Ihrer Nähe'));
    expect(await page.locator('input:checked').count()).toBe(0);
    await page.locator('input[name=field][value=bicycle-kind]').check();
    await page.locator('input[name=channel][value=sms]').check();
    await follow(page, button(page, /^Ja$/));
    expect(await textIn(page.locator('.error-summary'))).toContain('4 Angaben passen noch nicht');
    expect(await page.locator('input[name=field][value=bicycle-kind]').isChecked()).toBe(true);
    // The way needs its address.
    await page.locator('input[name=field][value=mobile]').check();
    await page.getByLabel('Postleitzahl').fill('6900');
    await page.getByLabel('Land', { exact: true }).selectOption('at');
    await page.locator('input[name=age-14][value=yes]').check();
    await follow(page, button(page, /^Ja$/));
    expect(await textIn(page.getByRole('status'))).toContain('Vorher: noch nicht entschieden. Jetzt: Ja.');
    expect(await textIn(page.locator('main'))).toContain(
      'Es kommt nichts per SMS: Ihre Angabe dafür ist noch leer.',
    );

    await page.goto('/me');
    const row = page.locator('.link-row', { hasText: 'Probefahrten in Ihrer Nähe' });
    expect(await textIn(row)).toMatch(
      /E-Mail-Adresse, Region, Handynummer und Fahrrad · per SMS\s*Im Moment kommt dazu nichts: Kein Weg ist offen\.\s*Ja bis/,
    );

    await follow(page, row.getByRole('link'));
    await follow(page, button(page, 'Zurücknehmen'));
    expect(await textIn(page.getByRole('status'))).toContain('Vorher: Ja. Jetzt: zurückgenommen.');
    await page.goBack();
    await page.reload();
    expect(await textIn(page.locator('main'))).toContain('zurückgenommen');
    await follow(page, button(page, 'Rückgängig machen'));
    expect(await textIn(page.getByRole('status'))).toContain('Vorher: zurückgenommen. Jetzt: Ja.');

    await page.goto('/me/looks');
    expect(await headline(page)).toBe('Niemand hat geschaut.');
    await page.goto('/me/history');
    expect(await page.locator('.timeline-title').allInnerTexts()).toEqual([
      'Sie haben Ihre letzte Entscheidung rückgängig gemacht.',
      'Sie haben Ihr Ja zurückgenommen.',
      'Sie haben Ja gesagt.',
      'Sie haben sich mit der Firma verbunden.',
    ]);

    // A confirmed link counts as a fresh proof for five minutes.
    await page.goto('/me/export');
    const files = await downloadZip(page);
    const kinds = [...files]
      .filter(([name]) => name.startsWith('proofs/'))
      .map(([, bytes]) => ExportedEntry.parse(JSON.parse(bytes.toString('utf8'))))
      .sort((a, b) => a.index - b.index)
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['connected', 'granted', 'withdrawn', 'undone']);
  });

  test('a fresh code opens the export', async () => {
    const page = await demo.open({ javaScriptEnabled, person: 'anna' });
    await page.goto('/me/account');
    await follow(page, link(page, 'Alles mitnehmen'));
    await follow(page, link(page, 'Weiter zum Code'));
    await follow(page, page.locator('main form button').first());
    await page.waitForURL('**/step-up?request=**');
    const form = page.url();
    const mails = page.locator('article', { hasText: /\d{4} \d{4}/ });
    await expect.poll(() => openMails(page, mails), { timeout: 20_000 }).toBe(codes + 1);
    codes += 1;
    const code = /\d{4} \d{4}/.exec(await textIn(mails.first()))?.[0] ?? '';
    await page.goto(form);
    await page.locator('input[name=code]').fill(code);
    await follow(page, page.locator('button[value=code]'));
    await page.waitForURL('**/me/export');
    const files = await downloadZip(page);
    expect(files.has('index.html')).toBe(true);
  });

  test('one act ends everything, and one brings it back', async () => {
    const page = await demo.open({ javaScriptEnabled, person: 'anna' });
    await page.goto('/me');
    const before = await headline(page);
    await follow(page, link(page, 'Alles zurücknehmen'));
    await follow(page, button(page, 'Alles zurücknehmen'));
    expect(await headline(page)).toContain('Niemand darf Ihre Daten im Moment nutzen.');
    await follow(page, button(page, 'Rückgängig machen'));
    expect(await headline(page)).toBe(before);
  });
});

/** The file, unpacked, every part of it as the manifest says. */
async function downloadZip(page: Page): Promise<Map<string, Buffer>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Datei herunterladen').click(),
  ]);
  const files = await readZip(readFileSync(await download.path()));
  const manifest = ExportManifest.parse(JSON.parse(files.get('manifest.json')?.toString('utf8') ?? ''));
  expect(manifest.files).toHaveLength(files.size - 1);
  for (const { name, size, sha256 } of manifest.files) {
    const bytes = files.get(name) ?? Buffer.alloc(0);
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256]);
  }
  return files;
}
