import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { seed } from '#app/cli/seed.ts';
import { parseConfig } from '#app/config.server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder of a small demo portal; copy it, never open it. */
    seededFolder: string;
  }
}

/** Anna, Ben and a few more: enough for every page, quick to write. */
const CUSTOMERS = 30;

const shared = globalThis as { driverseatSeed?: { folder: Promise<string>; users: number } };

/** Seeds the demo once for the whole run, whatever number of projects asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.driverseatSeed ??= { folder: seedOnce(), users: 0 };
  const mine = shared.driverseatSeed;
  mine.users += 1;
  const folder = await mine.folder;
  project.provide('seededFolder', folder);
  return async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    delete shared.driverseatSeed;
    rmSync(folder, { recursive: true, force: true });
  };
}

async function seedOnce(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'driverseat-seed-'));
  const config = parseConfig({
    DEMO: '1',
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${join(folder, 'driverseat.sqlite')}`,
    BASE_URL: 'http://portal.test',
  });
  await seed(config, CUSTOMERS, () => {});
  return folder;
}
