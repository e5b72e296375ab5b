import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';

let demo: DemoBrowser;
beforeAll(async () => {
  demo = await startDemoBrowser();
});
afterAll(() => demo.stop());

const PAGES = [
  '/me',
  '/me/companies',
  '/me/companies/alpenrad',
  '/me/companies/alpenrad/newsletter',
  '/me/companies/alpenrad/test-rides',
  '/me/companies/alpenrad/warranty',
  '/me/companies/alpenrad/similar-products',
  '/me/take-back',
  '/me/profile',
  '/me/profile/interests',
  '/me/preferences',
  '/me/looks',
  '/me/history',
  '/me/export',
  '/me/account',
];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Only the contrast depends on light and dark: everything else is asked once. */
async function faults(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const asked = colorScheme === 'light' ? builder.withTags(TAGS) : builder.withRules(['color-contrast']);
  const { violations } = await asked.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([360, 1280])('at %i px no page has a fault that axe can find', async (width) => {
    const page = await demo.open({ person: 'anna', colorScheme, viewport: { width, height: 800 } });
    for (const path of PAGES) {
      await page.goto(path);
      expect(await faults(page, colorScheme), path).toEqual([]);
    }
    await page.goto('/me/history');
    await page.locator('a[href^="/me/history/"]').first().click();
    await page
      .locator('details')
      .first()
      .evaluate((details) => details.setAttribute('open', ''));
    expect(await faults(page, colorScheme), 'one event').toEqual([]);
  });

  test('forms that come back with errors have none either', async () => {
    const page = await demo.open({ person: 'ben', colorScheme, viewport: { width: 360, height: 800 } });
    await page.goto('/me/profile/contact');
    await page.locator('input[name="value.mobile"]').fill('12');
    await page.locator('main form button').first().click();
    await page.locator('.error-summary').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary');
    expect(await faults(page, colorScheme)).toEqual([]);
  });
});

test.each([320, 360, 1280])('at %i px nothing runs out of the page', async (width) => {
  const page = await demo.open({ person: 'anna', viewport: { width, height: 800 } });
  for (const path of PAGES) {
    await page.goto(path);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, path).toBeLessThanOrEqual(0);
  }
});

test.each([320, 360, 1280])('at %i px yes and no are equal: size, row, ink and ground', async (width) => {
  const page = await demo.open({ person: 'ben', viewport: { width, height: 800 } });
  await page.goto('/me/companies/alpenrad/newsletter');
  const answers = page.locator('button.answer');
  expect(await answers.count()).toBe(2);
  const looks = await answers.evaluateAll((buttons) =>
    buttons.map((button) => {
      const { width: wide, height, top } = button.getBoundingClientRect();
      const { color, backgroundColor, borderColor, borderWidth, fontSize, fontWeight } =
        getComputedStyle(button);
      return {
        wide,
        height,
        top,
        ink: [color, backgroundColor, borderColor, borderWidth, fontSize, fontWeight],
      };
    }),
  );
  const [yes, no] = looks;
  if (!yes || !no) throw new Error('two answers');
  expect(Math.abs(yes.wide - no.wide) / yes.wide).toBeLessThanOrEqual(0.05);
  expect(Math.abs(yes.height - no.height) / yes.height).toBeLessThanOrEqual(0.05);
  expect(yes.height).toBeGreaterThanOrEqual(44);
  expect(yes.top).toBe(no.top);
  expect(yes.ink).toEqual(no.ink);
});

test('on the phone everything that is pressed is 44 px high', async () => {
  const page = await demo.open({ person: 'anna', viewport: { width: 360, height: 800 } });
  for (const path of PAGES) {
    await page.goto(path);
    const small = await page
      .locator(
        'main button, main .button, main select, main input:not([type=hidden]):not([type=checkbox]), main label.choice',
      )
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.checkVisibility())
          .filter((control) => control.getBoundingClientRect().height < 44)
          .map((control) => control.outerHTML.slice(0, 80)),
      );
    expect(small, path).toEqual([]);
  }
});

test('the phone’s menu opens without scripts and leads to every area', async () => {
  const page = await demo.open({
    person: 'anna',
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  });
  await page.goto('/me');
  await page.getByRole('button', { name: 'Menü' }).click();
  await page.getByRole('link', { name: 'Wer hat geschaut' }).click();
  expect(new URL(page.url()).pathname).toBe('/me/looks');
});
