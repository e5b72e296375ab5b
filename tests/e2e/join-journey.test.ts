import { randomBytes } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { follow } from '#tests/support/press.ts';

let demo: DemoBrowser;
beforeAll(async () => {
  demo = await startDemoBrowser();
});
afterAll(() => demo.stop());

const phone = { width: 360, height: 740 };
const newEmail = () => `${randomBytes(6).toString('hex')}@beispiel.at`;
const answer = (page: Page, purpose: string, value: string) =>
  page.locator(`input[name="answer-${purpose}"][value="${value}"]`);
const send = (page: Page) => page.getByRole('button', { name: 'Mail zum Bestätigen schicken' }).click();
const headline = (page: Page) => page.locator('h1').textContent();

/** Opens the newest mail to this address and follows its link. */
async function followMail(page: Page, email: string): Promise<void> {
  const mail = page.locator('article', { hasText: email });
  await expect
    .poll(
      async () => {
        await page.goto('/demo/mail');
        return mail.count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  await follow(page, mail.first().locator('a').first());
}

describe.each([true, false])('with scripts on: %s', (javaScriptEnabled) => {
  test('a new customer answers at the till, confirms with one button and sees what holds', async () => {
    const page = await demo.open({ javaScriptEnabled, viewport: phone });
    const email = newEmail();
    await page.goto('/join/alpenrad');
    expect(await headline(page)).toBe('Was darf Alpenrad? Das sagen Sie.');
    expect(await page.locator('input:checked').count()).toBe(0);

    // What belongs to a yes comes with the yes, and each input with what asks for it.
    const extra = page.locator('input[name="field-newsletter"][value="given-name"]');
    const givenName = page.locator('input[name="value.given-name"]');
    expect(await extra.isVisible()).toBe(false);
    await answer(page, 'newsletter', 'yes').check();
    expect(await givenName.isVisible()).toBe(false);
    await extra.check();
    expect(await givenName.isVisible()).toBe(true);
    await givenName.fill('Clara');
    await answer(page, 'test-rides', 'no').check();
    await answer(page, 'service-reminder', 'yes').check();
    await page.locator('input[name="age-14"][value=yes]').check();
    await send(page);

    const summary = page.locator('.error-summary');
    expect(await summary.textContent()).toContain('3 Angaben passen noch nicht.');
    expect(await answer(page, 'newsletter', 'yes').isChecked()).toBe(true);
    expect(await extra.isChecked()).toBe(true);
    expect(await givenName.inputValue()).toBe('Clara');
    expect(await answer(page, 'test-rides', 'no').isChecked()).toBe(true);
    await summary.getByRole('link', { name: /Rahmennummer/ }).click();
    const frameNumber = page.locator('input[name="value.frame-number"]');
    expect(await frameNumber.evaluate((input) => document.activeElement === input)).toBe(true);
    await answer(page, 'service-reminder', 'open').check();
    expect(await frameNumber.isVisible()).toBe(false);
    await page.locator('input[name=email]').fill(email);
    await send(page);
    await page.waitForURL('**/join/alpenrad/sent');

    await followMail(page, email);
    expect(await headline(page)).toBe('Gilt Ihre Antwort an Alpenrad?');
    await follow(page, page.locator('main form button'));
    await page.waitForURL('**/me/joined/alpenrad');
    const rows = page.locator('main .link-row');
    expect(await rows.filter({ hasText: 'Neues rund ums Rad' }).textContent()).toMatch(
      /E-Mail-Adresse und Vorname · per E-Mail\s*Ja/,
    );
    expect(await rows.filter({ hasText: 'Probefahrten in Ihrer Nähe' }).textContent()).toContain('Nein');
    expect(await rows.filter({ hasText: 'Erinnerung an den Service' }).textContent()).toContain(
      'noch nicht entschieden',
    );
    await follow(page, page.getByRole('link', { name: 'Zur Übersicht' }));
    expect(await page.locator('main').textContent()).toContain('Alpenrad');
    await page.goto('/me/profile');
    expect(await page.locator('main').textContent()).toContain('Clara');

    // The company sees this person with what was permitted, and nobody who did not say yes to it.
    const marketer = await demo.open({ person: 'marketer-alpenrad' });
    await marketer.goto('/company/people?purpose=newsletter');
    expect(await marketer.locator('main').textContent()).toContain('Clara');
  });

  test('pressing the button twice ends in the same place', async () => {
    const page = await demo.open({ javaScriptEnabled, viewport: phone });
    const email = newEmail();
    await page.goto('/join/kornundkruste');
    await page.locator('input[value="no"]').first().check();
    await page.locator('input[name=email]').fill(email);
    await send(page);
    await followMail(page, email);
    await page.locator('main form button').dblclick();
    // Whichever press the browser waits for: the owner is signed in, or hears that the answer was taken.
    await expect
      .poll(() => headline(page), { timeout: 10_000 })
      .toMatch(/^(?:Ihre Antwort an Korn & Kruste gilt|Dieser Link wurde schon benutzt)\.$/);
  });
});

test('the three answers weigh the same: size, row, type and colour', async () => {
  for (const viewport of [phone, { width: 1280, height: 900 }]) {
    const page = await demo.open({ viewport });
    await page.goto('/join/alpenrad');
    for (const group of await page.locator('.join-answer').all()) {
      const looks = await Promise.all((await group.locator('label').all()).map(lookOf));
      expect(looks).toHaveLength(3);
      for (const look of looks) expect(look).toEqual(looks[0]);
    }
  }
});

const PAGES = [
  '/',
  '/join/alpenrad',
  '/join/alpenrad/sent',
  '/join/confirm/none',
  '/privacy',
  '/privacy/rheinstrom',
  '/imprint',
  '/demo',
  '/demo/mail',
];

test.each(['light', 'dark'] as const)(
  'no page of the public area has a fault that axe knows (%s)',
  async (colorScheme) => {
    const page = await demo.open({ colorScheme, viewport: phone });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    for (const path of PAGES) {
      await page.goto(path);
      if (path === '/join/alpenrad') {
        for (const yes of await page.locator('.join-answer input[value="yes"]').all()) await yes.check();
        for (const more of await page.locator('details').all())
          await more.evaluate((one: HTMLDetailsElement) => {
            one.open = true;
          });
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  },
);

test('every page fits 320 pixels', async () => {
  const page = await demo.open({ viewport: { width: 320, height: 640 } });
  for (const path of PAGES) {
    await page.goto(path);
    const surplus = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(surplus, path).toBeLessThanOrEqual(0);
  }
});

test('the switch keeps the page and changes its words', async () => {
  const page = await demo.open({ viewport: phone });
  await page.goto('/join/alpenrad');
  await follow(page, page.getByRole('button', { name: 'English' }));
  expect(new URL(page.url()).pathname).toBe('/join/alpenrad');
  expect(await headline(page)).toBe('What may Alpenrad do? You decide.');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('.join-purpose').first().textContent()).toContain('News about bikes');
});

async function lookOf(label: Locator) {
  const box = await label.boundingBox();
  const style = await label.evaluate((element) => {
    const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(element);
    return { color, backgroundColor, borderColor, fontSize, fontWeight };
  });
  return { ...style, top: box?.y, width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) };
}
