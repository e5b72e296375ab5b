import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { follow } from '#tests/support/press.ts';
import { walkPages } from '#tests/support/walk-pages.ts';

let demo: DemoBrowser;
/** One page of every kind that links lead a customer with history to. */
let pages: string[];
beforeAll(async () => {
  demo = await startDemoBrowser();
  const page = await demo.open({ person: 'anna' });
  const open = async (path: string) => {
    const answer = await page.request.get(path);
    return answer.headers()['content-type']?.startsWith('text/html') ? answer.text() : undefined;
  };
  const walked = await walkPages(open, '/me', 1);
  pages = [...walked.map(({ path }) => path), ...PURPOSES];
  expect(pages.length).toBeGreaterThan(15);
});
afterAll(() => demo.stop());

/** One of each kind of purpose. */
const PURPOSES = ['newsletter', 'test-rides', 'warranty', 'similar-products'].map(
  (purpose) => `/me/companies/alpenrad/${purpose}`,
);

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
    for (const path of pages) {
      await page.goto(path);
      expect(await faults(page, colorScheme), path).toEqual([]);
    }
    await page.goto('/me/history');
    await follow(page, page.locator('a[href^="/me/history/"]').first());
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
    await follow(page, page.locator('main form button').first());
    await page.locator('.error-summary').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary');
    expect(await faults(page, colorScheme)).toEqual([]);
  });
});

test.each([320, 360, 1280])('at %i px nothing runs out of the page', async (width) => {
  const page = await demo.open({ person: 'anna', viewport: { width, height: 800 } });
  for (const path of pages) {
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
  for (const path of pages) {
    await page.goto(path);
    const small = await page
      .locator(
        'main button, main .button, main select, main input:not([type=hidden], [type=checkbox], [type=radio]), main label.choice',
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
  await follow(page, page.getByRole('link', { name: 'Wer hat geschaut' }));
  expect(new URL(page.url()).pathname).toBe('/me/looks');
});

test('what has the keyboard can be seen, also in forced colours', async () => {
  for (const forcedColors of ['none', 'active'] as const) {
    const page = await demo.open({ person: 'anna', forcedColors, viewport: { width: 1280, height: 800 } });
    for (const path of ['/me', '/me/profile/identity', '/me/preferences', ...PURPOSES.slice(0, 2)]) {
      await page.goto(path);
      for (let presses = 0; presses < 25; presses += 1) {
        await page.keyboard.press('Tab');
        const unseen = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          // A link that fills its row shows the ring around the row.
          const rings = [getComputedStyle(element), getComputedStyle(element, '::after')];
          const seen = rings.some(
            ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
          );
          return seen ? null : element.outerHTML.slice(0, 100);
        });
        expect(unseen, path).toBeNull();
      }
    }
  }
});

test('in forced colours every button keeps an edge, and with reduced motion nothing moves', async () => {
  const page = await demo.open({ person: 'anna', forcedColors: 'active', reducedMotion: 'reduce' });
  for (const path of pages) {
    await page.goto(path);
    const edgeless = await page.locator('main button, main .button').evaluateAll((buttons) =>
      buttons
        .filter((button) => button.checkVisibility())
        .filter((button) => {
          const { borderTopStyle, textDecorationLine } = getComputedStyle(button);
          return borderTopStyle === 'none' && textDecorationLine === 'none';
        })
        .map((button) => button.outerHTML.slice(0, 100)),
    );
    expect(edgeless, path).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length), path).toBe(0);
  }
});
