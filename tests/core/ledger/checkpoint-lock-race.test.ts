import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCheckpointLock } from '#app/core/ledger/checkpoint-lock.ts';
import { formatSignerKey, generateSignerKey } from '#app/core/ledger/note-key.ts';

const signer = generateSignerKey('log.example/driverseat');
const trust = { origin: signer.name, keys: [signer] };
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lock-race-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'node20',
      ssr: join(import.meta.dirname, 'lock-racer.ts'),
      outDir: folder,
      emptyOutDir: false,
    },
    ssr: { noExternal: true },
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

function startRacer(lock: string, goal: number) {
  const file = readdirSync(folder).find((name) => name.startsWith('lock-racer.')) ?? '';
  const args = [join(folder, file), lock, formatSignerKey(signer), String(goal)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const firstWin = Promise.race([once(child.stdout, 'data'), closed]);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  return { child, closed, firstWin, wins: () => output.split('\n').filter(Boolean).map(Number) };
}

describe('processes that share a checkpoint lock', () => {
  it('win each step once: no size is granted twice and none is skipped', async () => {
    const lock = join(folder, 'shared');
    const racers = Array.from({ length: 4 }, () => startRacer(lock, 200));
    for (const { closed } of racers) expect(await closed).toEqual([0, null]);
    const won = racers.flatMap(({ wins }) => wins());
    expect(won.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    expect(openCheckpointLock(lock, trust).read()?.size).toBe(200);
    expect(Number(readdirSync(lock).toSorted().at(-1))).toBe(200);
  }, 60_000);

  it('killed at any moment, lose nothing that was granted and leave nothing that blocks', async () => {
    const lock = join(folder, 'killed');
    let granted = 0;
    for (let round = 0; round < 12; round += 1) {
      const { child, closed, firstWin, wins } = startRacer(lock, 3_000);
      await firstWin;
      await pause(round * 5);
      child.kill('SIGKILL');
      await closed;
      granted = Math.max(granted, ...wins());
      const held = openCheckpointLock(lock, trust).read()?.size ?? 0;
      expect(held).toBeGreaterThanOrEqual(granted);
      expect(held).toBeLessThanOrEqual(granted + 1);
    }
    expect(granted).toBeGreaterThanOrEqual(12);
    for (const name of readdirSync(lock).filter((name) => /^\d+$/.test(name))) {
      expect(readFileSync(join(lock, name), 'utf8')).toMatch(/^log\.example\/driverseat\n/);
    }
  }, 60_000);
});
