import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawSketchMap } from '#app/cli/seed/content/sketch-map.ts';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { follow, press } from '#tests/support/press.ts';

let demo: DemoBrowser;
beforeAll(async () => {
  demo = await startDemoBrowser();
});
afterAll(() => demo.stop());

const TITLE = 'Passt dieser Sattel?';
const picture = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });
const main = (page: Page) => page.textContent('main');
/** The picture arrived and the browser could draw it; one further down is fetched when it comes into view. */
const widthOf = async (image: Locator) => {
  await image.scrollIntoViewIfNeeded();
  return expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth), { timeout: 10_000 })
    .toBe(480);
};

test('without scripts: ask with a picture, answer with a picture, see what is new, open it', async () => {
  const page = await demo.open({
    javaScriptEnabled: false,
    person: 'anna',
    viewport: { width: 360, height: 800 },
  });
  await page.goto('/me/messages');
  await follow(page, page.getByRole('link', { name: 'Gespräch beginnen' }));
  await page.getByLabel('Alpenrad', { exact: true }).check();
  await page.getByLabel('Ich habe eine Frage').check();
  await page.getByLabel('In wenigen Worten').fill(TITLE);
  await page.getByLabel('Ihre Nachricht').fill('Ein Bild ist dabei.');
  // A letter that only calls itself a picture: the text stays, the picture is asked for again.
  await page
    .locator('input[type=file]')
    .setInputFiles(picture('sattel.png', Buffer.from('%PDF-1.7 a letter')));
  await press(page, 'Senden');
  expect(await main(page)).toContain('Das ist kein Bild, das wir zeigen können.');
  expect(await page.getByLabel('In wenigen Worten').inputValue()).toBe(TITLE);
  // Larger than all of them together may be: the same page again, with the words in it.
  await page
    .locator('input[type=file]')
    .setInputFiles(picture('zu-gross.png', Buffer.alloc(20 * 1024 * 1024)));
  await press(page, 'Senden');
  expect(await main(page)).toContain('Die Dateien sind zusammen zu groß. Möglich sind 16 MB.');
  expect(await page.getByLabel('In wenigen Worten').inputValue()).toBe(TITLE);
  expect(await page.getByLabel('Ich habe eine Frage').isChecked()).toBe(true);
  await page.locator('input[type=file]').setInputFiles(picture('sattel.png', drawSketchMap()));
  await press(page, 'Senden');
  expect(await main(page)).toContain('Gesendet. Alpenrad kann es jetzt lesen.');
  await widthOf(page.locator('.talk img'));
  const thread = new URL(page.url()).pathname;

  const staff = await demo.open({ javaScriptEnabled: false, person: 'marketer-alpenrad' });
  await staff.goto('/company');
  await follow(staff, staff.getByRole('link', { name: 'Gespräche' }).last());
  const asked = staff.getByRole('link', { name: TITLE });
  expect(await asked.textContent()).toBe(`Neu ${TITLE}`);
  await follow(staff, asked);
  await widthOf(staff.locator('.talk img'));
  await staff.getByLabel('Ihre Nachricht').fill('Ja, und so kommen Sie zu uns.');
  await staff.locator('input[type=file]').setInputFiles(picture('weg.png', drawSketchMap()));
  await press(staff, 'Antwort senden');
  expect(await main(staff)).toContain('Schreiben können Sie hier wieder, sobald die Person antwortet.');
  expect(await staff.locator('.talk img').count()).toBe(2);

  await page.goto('/me');
  expect(await main(page)).toMatch(/neue Antworten? von .*Alpenrad/);
  await page.goto('/me/messages');
  expect(await page.getByRole('link', { name: TITLE }).textContent()).toBe(`Neu ${TITLE}`);
  await page.goto('/me');
  await follow(page, page.locator(`a[href="${thread}"]`));
  expect(await main(page)).toContain('Ja, und so kommen Sie zu uns.');
  await widthOf(page.locator('.talk img').last());
  await page.goto('/me/messages');
  expect(await page.getByRole('link', { name: TITLE }).textContent()).toBe(TITLE);
  await page.goto('/me');
  expect(await page.locator(`a[href="${thread}"]`).count()).toBe(0);
});

test.each([
  ['anna', 'de-AT', '/me/messages'],
  ['anna', 'en-GB', '/me/messages/new?company=alpenrad'],
  ['marketer-alpenrad', 'de-AT', '/company/messages'],
])(
  'conversations of %s (%s, %s) have no fault that axe can find and do not scroll sideways',
  async (person, locale, path) => {
    for (const [width, colorScheme] of [
      [320, 'dark'],
      [1280, 'light'],
    ] as const) {
      const page = await demo.open({ person, locale, colorScheme, viewport: { width, height: 800 } });
      await page.goto(path);
      const first = page.locator('main a[href*="/messages/"]:not([href*="/new"])').first();
      if (!path.includes('/new')) await follow(page, first);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  },
);
