import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { type BuiltServer, runProgram, startBuiltServer } from '#tests/support/built-server.ts';

let browser: Browser;
let server: BuiltServer;
beforeAll(async () => {
  server = await startBuiltServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test.each([true, false])(
  'the first page opens in a browser (scripts on: %s) and breaks no policy',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const response = await page.goto(server.url, { waitUntil: 'networkidle' });
    expect(response?.status()).toBe(200);
    expect(await page.locator('h1').count()).toBe(1);
    expect(complaints).toEqual([]);
  },
);

test('the built pages run with the production build of React', async () => {
  const html = await (await fetch(server.url)).text();
  expect(html).not.toContain('react-refresh');
  const missing = await (await fetch(`${server.url}/nowhere`)).text();
  expect(missing).not.toMatch(/at .*\(|node_modules/);
});

test('assets of the build are served for ever', async () => {
  const { output } = await runProgram(['-p', "require('fs').readdirSync('build/client/assets').join('\\n')"]);
  const [asset] = output.split('\n');
  const response = await fetch(`${server.url}/assets/${asset}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toContain('immutable');
});

test('SIGTERM ends the program with 0, even while a browser keeps its connection open', async () => {
  const mine = await startBuiltServer();
  const { hostname, port } = new URL(mine.url);
  const idle = connect(Number(port), hostname);
  idle.write(`GET /healthz HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
  onTestFinished(() => void idle.destroy());
  await wait(100);
  const startedAt = Date.now();
  expect(await mine.stop()).toBe(0);
  // Well before open connections are cut off, also on a busy machine.
  expect(Date.now() - startedAt).toBeLessThan(15_000);
});

test.each([
  [{ PORT: 'eighty' }, /^PORT must .* Example: PORT=3000$/],
  [{ DATABASE_URL: 'mysql://localhost/d' }, /^DATABASE_URL must .* Example: /],
  [{ DEMO: '1', HOST: '0.0.0.0' }, /^DEMO=1 .*HOST/],
])('a wrong environment %j stops the start with one line', async (environment, message) => {
  const { code, output } = await runProgram(['build/server/server.js'], environment);
  expect(code).toBe(1);
  expect(output.trim()).toMatch(message);
  expect(output.trim().split('\n')).toHaveLength(1);
});

test('a port that is taken stops the start and says so', async () => {
  const { port } = new URL(server.url);
  await expect(startBuiltServer({ environment: { PORT: port } })).rejects.toThrow(`PORT ${port} is taken`);
});

test('the command line lists its commands and refuses unknown ones', async () => {
  const help = await runProgram(['bin/driverseat.mjs', 'help']);
  expect(help.code).toBe(0);
  expect(help.output).toContain('Usage: driverseat <command>');
  const unknown = await runProgram(['bin/driverseat.mjs', 'conquer']);
  expect(unknown.code).toBe(2);
  expect(unknown.output).toContain('There is no command "conquer"');
});

test('without a build the command line says what to run', async () => {
  const checkout = mkdtempSync(join(tmpdir(), 'driverseat-unbuilt-'));
  onTestFinished(() => rmSync(checkout, { recursive: true }));
  mkdirSync(join(checkout, 'bin'));
  copyFileSync('bin/driverseat.mjs', join(checkout, 'bin/driverseat.mjs'));
  const { code, output } = await runProgram([join(checkout, 'bin/driverseat.mjs'), 'help']);
  expect(code).toBe(1);
  expect(output).toContain('npm run build');
});
