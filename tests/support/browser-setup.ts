import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

export interface Chrome {
  readonly executablePath: string;
  /** Where the browser finds the shared libraries and fonts it brought along. */
  readonly environment: Readonly<Record<string, string>>;
}

declare module 'vitest' {
  export interface ProvidedContext {
    chrome: Chrome;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const installed = process.env.DRIVERSEAT_CHROME;
  if (installed) {
    project.provide('chrome', { executablePath: installed, environment: {} });
    return () => undefined;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The bundled Chromium runs on Linux x64 only: set DRIVERSEAT_CHROME to the path of a Chrome',
    );
  }
  const home = mkdtempSync(join(tmpdir(), 'driverseat-chromium-'));
  const remove = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  try {
    project.provide('chrome', await extractChromium(home));
  } catch (cause) {
    remove();
    throw new Error('Chromium for the tests could not be unpacked', { cause });
  }
  return remove;
}

/**
 * The package unpacks into the temporary folder, and its own libraries (libnss3 and others, absent on a bare machine)
 * only where it believes to run in a cloud function. It also sets library paths for the whole process: they are
 * taken back and given to the browser alone.
 */
async function extractChromium(home: string): Promise<Chrome> {
  const changed = ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'] as const;
  const before = changed.map((name) => [name, process.env[name]] as const);
  delete process.env.FONTCONFIG_PATH;
  process.env.TMPDIR = home;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    // The package's own configuration looks in fixed folders of a cloud function: pages would have no letters.
    const folders = `<dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir>`;
    writeFileSync(join(home, 'fonts', 'fonts.conf'), `<fontconfig>${folders}</fontconfig>`);
    const environment = {
      LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '',
      FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? '',
      HOME: home,
      TMPDIR: home,
    };
    return { executablePath, environment };
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
