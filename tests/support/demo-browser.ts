import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { type BuiltServer, startBuiltServer } from '#tests/support/built-server.ts';

export interface DemoBrowser {
  readonly url: string;
  readonly server: BuiltServer;
  /** A window of its own, German unless told otherwise; `person` is signed in. */
  open(options?: BrowserContextOptions & { readonly person?: string }): Promise<Page>;
  stop(): Promise<void>;
}

/** The built server over a copy of the seeded demo, and a real browser in front of it. */
export async function startDemoBrowser(): Promise<DemoBrowser> {
  const dataDir = mkdtempSync(join(tmpdir(), 'driverseat-e2e-'));
  cpSync(inject('seededFolder'), dataDir, { recursive: true });
  const server = await startBuiltServer({ dataDir, environment: { DEMO: '1' } });
  const browser: Browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  return {
    url: server.url,
    server,
    open: async ({ person, ...options } = {}) => {
      const context = await browser.newContext({
        baseURL: server.url,
        locale: 'de-AT',
        reducedMotion: 'reduce',
        ...options,
      });
      contexts.push(context);
      if (person) {
        const answer = await context.request.post('/demo/sign-in', {
          form: { person },
          headers: { origin: server.url, 'sec-fetch-site': 'same-origin' },
          maxRedirects: 0,
        });
        if (answer.status() !== 303) throw new Error(`${person} could not sign in: ${answer.status()}`);
      }
      return context.newPage();
    },
    stop: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
