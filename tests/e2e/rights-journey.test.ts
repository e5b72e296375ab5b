import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { follow, press } from '#tests/support/press.ts';

const ANSWER = 'Hier ist alles, was wir über Sie haben.';
const DELETED = 'Aus Werkstattkartei und Mailsystem gelöscht.';
const FILE = { name: 'auskunft.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 Auskunft') };

let demo: DemoBrowser;
beforeAll(async () => {
  demo = await startDemoBrowser();
});
afterAll(() => demo.stop());

const textOf = async (page: Page): Promise<string> => (await page.textContent('main')) ?? '';
const person = (slug: string) => demo.open({ javaScriptEnabled: false, person: slug });

test('without scripts: a right is asked for, answered with a file and read; then she leaves, and the company confirms', async () => {
  const anna = await person('anna');
  await anna.goto('/me/rights');
  await follow(anna, anna.locator('a[href="/me/rights/new?kind=portability"]'));
  await anna.locator('input[name=company][value=alpenrad]').check();
  await anna.locator('textarea[name=text]').fill('Bitte alles aus der Werkstatt.');
  await press(anna, 'Anfrage senden');
  const request = new URL(anna.url()).pathname;
  expect(request).toMatch(/^\/me\/rights\/[0-9a-f]{32}$/);
  expect(await textOf(anna)).toContain('Bitte alles aus der Werkstatt.');

  const officer = await person('officer-alpenrad');
  await officer.goto('/officer/requests');
  const id = request.split('/').at(-1);
  await follow(officer, officer.locator(`a[href="/officer/requests/${id}"]`).first());
  expect(await textOf(officer)).toContain('Bitte alles aus der Werkstatt.');
  await follow(officer, officer.locator('a[href*="reply?as=done"]').first());
  await officer.locator('textarea[name=text]').fill(ANSWER);
  await officer.locator('input[type=file]').setInputFiles(FILE);
  await press(officer, 'Senden');
  expect(await textOf(officer)).toContain(ANSWER);

  await anna.goto('/me/rights');
  await follow(anna, anna.locator(`a[href="${request}"]`));
  expect(await textOf(anna)).toContain(ANSWER);
  const link = await anna.locator(`a[href^="${request}/files/"]`).last().getAttribute('href');
  const file = await anna.request.get(link ?? '');
  expect(file.status()).toBe(200);
  expect((await file.body()).equals(FILE.buffer)).toBe(true);

  await anna.goto('/me/companies/alpenrad/leave');
  expect(await textOf(anna)).toContain('bleibt mit der Antwort so lange wie der Nachweis');
  await press(anna, 'Verbindung beenden');
  expect(await textOf(anna)).toContain('Ihre Verbindung mit Alpenrad ist beendet.');

  const marketer = await person('marketer-alpenrad');
  await marketer.goto('/company/recalls');
  // Told last, so due last; where there are many, each has a page of its own.
  const told = { hasText: 'Alles löschen, die Verbindung ist beendet' };
  const line = marketer.locator('main a', told);
  if ((await line.count()) > 0) await follow(marketer, line.last());
  const card = marketer.locator('article', told).last();
  await card.locator('textarea[name=note]').fill(DELETED);
  await follow(marketer, card.locator('button'));
  expect(await textOf(marketer)).toContain('Bestätigt und der Person gesagt');
  expect(await textOf(marketer)).toContain(DELETED);

  await anna.goto('/me/recalls');
  expect(await textOf(anna)).toContain(DELETED);
  await follow(anna, anna.locator('a[href^="/me/history/"]').first());
  expect(await textOf(anna)).toContain('Alpenrad bestätigt: gelöscht.');
  await anna.goto(request);
  expect(await textOf(anna)).toContain(ANSWER);
});
