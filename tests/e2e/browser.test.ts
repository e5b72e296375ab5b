import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { axeFaults } from '#tests/support/axe-faults.ts';
import { launchBrowser } from '#tests/support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function serve(body: string, headers: Record<string, string> = {}): Promise<string> {
  const server: Server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const scripted = '<title>t</title><p id="p">plain</p><script>p.textContent = "scripted"</script>';

test.each([
  { javaScriptEnabled: true, text: 'scripted' },
  { javaScriptEnabled: false, text: 'plain' },
])('scripts on: $javaScriptEnabled, the page reads "$text"', async ({ javaScriptEnabled, text }) => {
  const context = await browser.newContext({ javaScriptEnabled });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(await serve(scripted));
  expect(await page.locator('#p').textContent()).toBe(text);
});

test('the browser enforces a content security policy', async () => {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(await serve(scripted, { 'content-security-policy': "script-src 'nonce-x'" }));
  expect(await page.locator('#p').textContent()).toBe('plain');
});

test('the browser keeps origins apart', async () => {
  const other = await serve('secret');
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(await serve(scripted));
  const answer = await page.evaluate(
    (url) =>
      fetch(url).then(
        (response) => response.text(),
        () => 'refused',
      ),
    other,
  );
  expect(answer).toBe('refused');
});

test('axe sees what is wrong, and what is wrong in the dark or in a narrow window alone', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const style = `
    p { color: #000; background: #fff }
    @media (prefers-color-scheme: dark) { p { color: #333; background: #000 } }
    @media (max-width: 400px) { h1 { color: #eee; background: #fff } }`;
  const body = '<main><h1>Title</h1><p>Words</p><img src="data:,"></main>';
  await page.goto(
    await serve(`<!doctype html><html lang="en"><title>t</title><style>${style}</style>${body}`),
  );
  const everywhere = ['image-alt: img', 'dark: color-contrast: p'];
  expect(await axeFaults(page)).toEqual(everywhere);
  await page.setViewportSize({ width: 360, height: 800 });
  expect((await axeFaults(page)).toSorted()).toEqual(
    [...everywhere, 'color-contrast: h1', 'dark: color-contrast: h1'].toSorted(),
  );
});
