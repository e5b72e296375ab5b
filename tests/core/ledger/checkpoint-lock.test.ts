import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  assertNotRolledBack,
  KEPT_GENERATIONS,
  openCheckpointLock,
} from '#app/core/ledger/checkpoint-lock.ts';
import { LedgerFatalError, LedgerForkError } from '#app/core/ledger/ledger-error.ts';
import { generateSignerKey } from '#app/core/ledger/note-key.ts';
import { growingLog } from './growing-log.ts';

const signer = generateSignerKey('log.example/driverseat');
const trust = { origin: signer.name, keys: [signer] };
const log = growingLog(signer, 100);
const otherLog = growingLog(signer, 100, 'b');
let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'checkpoint-lock-')), 'lock');
});

afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true });
});

async function advance(size: number, from = openCheckpointLock(folder, trust).read()) {
  const proof = from ? await log.proof(from.size, size) : [];
  openCheckpointLock(folder, trust).advance(from, await log.checkpoint(size), proof);
}

describe('the checkpoint lock', { timeout: 30_000 }, () => {
  it('is empty at first, then holds the checkpoint signed last, also after a restart', async () => {
    const lock = openCheckpointLock(folder, trust);
    expect(lock.read()).toBeUndefined();
    lock.advance(undefined, await log.checkpoint(0), []);
    expect(lock.read()?.size).toBe(0);
    for (const size of [1, 5, 64, 100]) await advance(size);
    expect(openCheckpointLock(folder, trust).read()).toEqual(await log.checkpoint(100));
  });

  it('takes the same tree signed once more, as after a change of keys', async () => {
    await advance(10);
    await advance(10);
    expect(openCheckpointLock(folder, trust).read()?.size).toBe(10);
  });

  it('refuses to go back', async () => {
    await advance(20);
    const lock = openCheckpointLock(folder, trust);
    const to = await log.checkpoint(19);
    expect(() => lock.advance(lock.read(), to, [])).toThrow(LedgerForkError);
    expect(lock.read()?.size).toBe(20);
  });

  it('refuses another root at the same size, whatever the caller believes to be the last', async () => {
    await advance(20);
    const lock = openCheckpointLock(folder, trust);
    const fork = await otherLog.checkpoint(20);
    expect(() => lock.advance(lock.read(), fork, [])).toThrow(LedgerForkError);
    expect(() => lock.advance(undefined, fork, [])).toThrow(LedgerForkError);
  });

  it('refuses a longer tree with another history, also when its own proofs are fine', async () => {
    await advance(20);
    const lock = openCheckpointLock(folder, trust);
    const fork = await otherLog.checkpoint(30);
    for (const proof of [[], await otherLog.proof(20, 30), await log.proof(20, 30)]) {
      expect(() => lock.advance(lock.read(), fork, proof)).toThrow(LedgerForkError);
    }
    expect(lock.read()?.size).toBe(20);
  });

  it('does not move for a caller that has not seen the last checkpoint', async () => {
    await advance(10);
    const seen = openCheckpointLock(folder, trust).read();
    await advance(20);
    await expect(advance(30, seen)).rejects.toThrow('ledger-lock-moved');
    const unseen = await log.checkpoint(30);
    expect(() => openCheckpointLock(folder, trust).advance(undefined, unseen, [])).toThrow('moved');
    expect(openCheckpointLock(folder, trust).read()?.size).toBe(20);
  });

  it('does not move for a writer that slept while its number was taken, used up and cleared away', async () => {
    const lock = openCheckpointLock(folder, trust);
    const head = await log.checkpoint(0);
    lock.advance(undefined, head, []);
    for (let steps = 1; steps <= KEPT_GENERATIONS + 3; steps += 1) {
      let taken = 0;
      // The proof is read after the lock was and before it is moved: just then the others come by.
      const slowly = Object.assign([] as Buffer[], {
        [Symbol.iterator]() {
          for (; taken < steps; taken += 1) openCheckpointLock(folder, trust).advance(head, head, []);
          return [][Symbol.iterator]();
        },
      });
      expect(() => lock.advance(head, head, slowly)).toThrow('ledger-lock-moved');
      expect(taken).toBe(steps);
      expect(lock.read()).toEqual(head);
    }
  });

  it('takes nothing that it could not read again', async () => {
    const stranger = growingLog(generateSignerKey(signer.name), 5);
    const to = await stranger.checkpoint(5);
    expect(() => openCheckpointLock(folder, trust).advance(undefined, to, [])).toThrow('untrusted');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is fatal when the last checkpoint is damaged: an older one never takes its place', async () => {
    await advance(1);
    await advance(2);
    const last = readdirSync(folder).toSorted().at(-1) ?? '';
    for (const damage of [
      () => truncateSync(join(folder, last), 40),
      () => writeFileSync(join(folder, last), ''),
      () => writeFileSync(join(folder, last), 'something else\n'),
    ]) {
      damage();
      expect(() => openCheckpointLock(folder, trust).read()).toThrow(LedgerFatalError);
      await expect(advance(3, await log.checkpoint(1))).rejects.toThrow(LedgerFatalError);
    }
  });

  it('keeps the latest checkpoints and clears away older ones and what a crash left', async () => {
    const strays = ['0000000000000001.0123456789abcdef.tmp', '9999999999999999.0123456789abcdef.tmp'];
    await advance(0);
    for (const stray of strays) writeFileSync(join(folder, stray), 'half a check');
    expect(openCheckpointLock(folder, trust).read()?.size).toBe(0);
    for (let size = 1; size < 40; size += 1) await advance(size);
    const kept = readdirSync(folder).toSorted();
    expect(kept).toHaveLength(KEPT_GENERATIONS);
    expect(kept.at(-1)).toBe('0000000000000040');
    expect(openCheckpointLock(folder, trust).read()?.size).toBe(39);
  });
});

describe('a database', () => {
  it('that still holds what was signed last may go on', async () => {
    await assertNotRolledBack(undefined, 0, log.readNodes);
    await assertNotRolledBack(await log.checkpoint(0), 0, log.readNodes);
    await assertNotRolledBack(await log.checkpoint(40), 40, log.readNodes);
    await assertNotRolledBack(await log.checkpoint(40), 90, log.readNodes);
  });

  it('that was set back or swapped may not, and is told how to recover', async () => {
    const last = await log.checkpoint(40);
    await expect(assertNotRolledBack(last, 39, log.readNodes)).rejects.toThrow(LedgerForkError);
    await expect(assertNotRolledBack(last, 90, otherLog.readNodes)).rejects.toThrow(/as new as/);
  });
});
