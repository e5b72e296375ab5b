import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/**
 * A real Chromium with web security on: our own arguments, never those of the package that brings the binary (they
 * switch off same-origin checks, so that no test of Origin or CSP would prove anything).
 */
export function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = inject('chrome');
  return chromium.launch({
    executablePath,
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...environment },
    args: ['--disable-quic', '--no-first-run', '--disable-gpu', '--font-render-hinting=none'],
  });
}
