import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '#tests/support/axe-faults.ts';
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

/** How far the page runs out of the window. */
const surplus = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What is pressed and is lower than 44 px. */
const lowControls = (page: Page): Promise<string[]> =>
  page
    .locator(
      'main button, main .button, main select, main input:not([type=hidden], [type=checkbox], [type=radio]), main label.choice',
    )
    .evaluateAll((controls) =>
      controls
        .filter((control) => control.checkVisibility())
        .filter((control) => control.getBoundingClientRect().height < 44)
        .map((control) => control.outerHTML.slice(0, 80)),
    );

const edgelessButtons = (page: Page): Promise<string[]> =>
  page.locator('main button, main .button').evaluateAll((buttons) =>
    buttons
      .filter((button) => button.checkVisibility())
      .filter((button) => {
        const { borderTopStyle, textDecorationLine } = getComputedStyle(button);
        return borderTopStyle === 'none' && textDecorationLine === 'none';
      })
      .map((button) => button.outerHTML.slice(0, 100)),
  );

async function openFirstEvent(page: Page): Promise<void> {
  await page.goto('/me/history');
  await follow(page, page.locator('a[href^="/me/history/"]').first());
  await page
    .locator('details')
    .first()
    .evaluate((details) => details.setAttribute('open', ''));
}

test('on the phone no page has a fault that axe can find, runs out or has low controls', async () => {
  const page = await demo.open({ person: 'anna' });
  for (const path of pages) {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(path);
    expect(await axeFaults(page), path).toEqual([]);
    expect(await surplus(page), path).toBeLessThanOrEqual(0);
    expect(await lowControls(page), path).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await surplus(page), `${path} at 320 px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await openFirstEvent(page);
  expect(await axeFaults(page), 'one event').toEqual([]);
}, 180_000);

test('on a desk none has either; in forced colours buttons keep an edge, and nothing moves', async () => {
  const page = await demo.open({ person: 'anna', viewport: { width: 1280, height: 800 } });
  for (const path of pages) {
    await page.goto(path);
    expect(await axeFaults(page), path).toEqual([]);
    expect(await surplus(page), path).toBeLessThanOrEqual(0);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await edgelessButtons(page), path).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length), path).toBe(0);
    await page.emulateMedia({ forcedColors: 'none' });
  }
  await openFirstEvent(page);
  expect(await axeFaults(page), 'one event').toEqual([]);
}, 180_000);

test('forms that come back with errors have none either', async () => {
  const page = await demo.open({ person: 'ben', viewport: { width: 360, height: 800 } });
  await page.goto('/me/profile/contact');
  await page.locator('input[name="value.mobile"]').fill('12');
  await follow(page, page.locator('main form button').first());
  await page.locator('.error-summary').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary');
  expect(await axeFaults(page)).toEqual([]);
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
