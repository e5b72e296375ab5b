import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { follow, press } from '#tests/support/press.ts';

let demo: DemoBrowser;
beforeAll(async () => {
  demo = await startDemoBrowser();
});
afterAll(() => demo.stop());

/** What a person presses from the overview on. */
async function counted(page: Page, steps: readonly (() => Promise<void>)[]): Promise<number> {
  await page.goto('/me');
  for (const step of steps) await step();
  return steps.length;
}

test('without scripts, leaving a company takes no more steps than joining it', async () => {
  const page = await demo.open({ javaScriptEnabled: false, person: 'anna' });
  const leaving = await counted(page, [
    () => follow(page, page.locator('a[href="/me/companies/rheinstrom/leave"]').first()),
    () => press(page, 'Verbindung beenden'),
  ]);
  expect(await page.textContent('main')).toContain('Ihre Verbindung mit Rheinstrom ist beendet.');
  expect(await page.textContent('main')).toContain('soll alles löschen');
  const joining = await counted(page, [
    () => follow(page, page.locator('a[href="/me/companies"]').first()),
    () => press(page, 'Mit Rheinstrom verbinden'),
  ]);
  expect(await page.textContent('main')).toContain('Sie sind jetzt mit Rheinstrom verbunden.');
  expect(leaving).toBeLessThanOrEqual(joining);
});

test('without scripts, a customer leaves the portal with a fresh code, and nobody comes back as her', async () => {
  const page = await demo.open({ javaScriptEnabled: false, person: 'anna' });
  await page.goto('/me/account');
  await follow(page, page.locator('a[href="/me/leave"]').first());
  expect(await page.textContent('main')).toContain('Nachweis bis');
  await follow(page, page.getByRole('link', { name: 'Code schicken lassen' }));
  await page.locator('main form button').first().click();
  await page.waitForURL('**/step-up?request=**');
  const mails = await demo.open();
  const code = await expect
    .poll(
      async () => {
        await mails.goto('/demo/mail');
        return /\d{4} \d{4}/.exec((await mails.textContent('main')) ?? '')?.[0] ?? '';
      },
      { timeout: 20_000 },
    )
    .toMatch(/\d{4} \d{4}/)
    .then(async () => /\d{4} \d{4}/.exec((await mails.textContent('main')) ?? '')?.[0] ?? '');
  await page.locator('input[name=code]').fill(code);
  await page.locator('button[value=code]').click();
  await page.waitForURL('**/me/leave');
  await press(page, 'Konto jetzt auflösen');
  expect(new URL(page.url()).pathname).toBe('/left');
  expect(await page.textContent('main')).toContain('Ihr Konto ist aufgelöst.');
  await page.goto('/me');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  const again = await page.request.post('/demo/sign-in', {
    form: { person: 'anna' },
    headers: { origin: demo.url, 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  });
  expect(again.status()).toBeLessThan(500);
  expect(again.headers()['set-cookie'] ?? '').not.toContain('session=');
});
