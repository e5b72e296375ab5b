import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkpoint, openCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { createDurably } from './durable-file.ts';
import { LedgerError, LedgerFatalError, LedgerForkError } from './ledger-error.ts';
import { type ReadNodes, rootOf } from './merkle.ts';
import { verifyConsistency } from './merkle-verify.ts';
import type { VerifierKey } from './note-key.ts';

/**
 * The last signed checkpoint, kept apart from the database and never restored
 * with it: a database set back to an older state cannot go on signing, which
 * would show two histories under one name.
 */
export interface CheckpointLock {
  /** The checkpoint signed last, undefined before the first. */
  read(): SignedCheckpoint | undefined;

  /**
   * Compare and swap: `to` is durably the last checkpoint when this returns,
   * and only then may anyone see it. Of several writers, in any number of
   * processes, that start from the same `from`, one succeeds.
   *
   * @param proof the consistency proof from `from` to `to`, made from the
   *   nodes at hand; empty for the first checkpoint
   * @throws LedgerError `ledger-lock-moved` when `from` is not the last one: read again
   * @throws LedgerForkError when `to` does not continue the last one
   */
  advance(from: Checkpoint | undefined, to: SignedCheckpoint, proof: readonly Buffer[]): void;
}

/**
 * The lock is a folder with one file for each checkpoint, numbered by
 * generation; the highest counts. A number is taken by an exclusive link, so
 * two writers cannot both take the next one. The latest few are kept, for a
 * person who must find out what happened.
 */
export const KEPT_GENERATIONS = 16;

/** @param trust the log's origin and all keys, present and past, that sign for it */
export function openCheckpointLock(
  folder: string,
  trust: { readonly origin: string; readonly keys: readonly VerifierKey[] },
): CheckpointLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const nameOf = (generation: number) => String(generation).padStart(16, '0');
  const open = (note: string) => openCheckpoint(note, trust.origin, trust.keys);

  function lastGeneration(): number {
    const names = readdirSync(folder).filter((name) => /^\d{16}$/.test(name));
    return names.reduce((last, name) => Math.max(last, Number(name)), 0);
  }

  function readLast(): { generation: number; checkpoint: SignedCheckpoint | undefined } {
    const generation = lastGeneration();
    if (generation === 0) return { generation, checkpoint: undefined };
    const path = join(folder, nameOf(generation));
    try {
      return { generation, checkpoint: open(readFileSync(path, 'utf8')) };
    } catch (cause) {
      // Others have advanced so far meanwhile that this generation is pruned.
      if (lastGeneration() > generation) return readLast();
      throw new LedgerFatalError('ledger-lock-unreadable', `${path} is no checkpoint of ${trust.origin}.`, {
        cause,
      });
    }
  }

  /** Clears away what is older than the kept generations, and what a crash left half written. */
  function prune(last: number): void {
    const oldest = nameOf(Math.max(1, last - KEPT_GENERATIONS + 1));
    for (const name of readdirSync(folder)) {
      if (name < oldest || name.endsWith('.tmp')) rmSync(join(folder, name), { force: true });
    }
  }

  return {
    read: () => readLast().checkpoint,

    advance(from, to, proof) {
      const next = open(to.note);
      const { generation: last, checkpoint } = readLast();
      if (checkpoint?.size === next.size && !checkpoint.root.equals(next.root))
        throw forkError(checkpoint, next.size);
      if (!isSameTree(checkpoint, from)) throw new LedgerError('ledger-lock-moved');
      if (checkpoint && !verifyConsistency({ older: checkpoint, newer: next, proof })) {
        throw forkError(checkpoint, next.size);
      }
      const path = join(folder, nameOf(last + 1));
      if (!createDurably(path, next.note)) throw new LedgerError('ledger-lock-moved');
      // A writer that slept this long may have taken a number that was pruned before it woke.
      if (lastGeneration() > last + KEPT_GENERATIONS) {
        rmSync(path, { force: true });
        throw new LedgerError('ledger-lock-moved');
      }
      prune(last + 1);
    },
  };
}

/** At start and before every signature: the tree at hand still holds what was signed last. */
export async function assertNotRolledBack(
  last: Checkpoint | undefined,
  size: number,
  readNodes: ReadNodes,
): Promise<void> {
  if (last === undefined) return;
  if (size < last.size || !(await rootOf(last.size, readNodes)).equals(last.root))
    throw forkError(last, size);
}

function isSameTree(a: Checkpoint | undefined, b: Checkpoint | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.size === b.size && a.root.equals(b.root);
}

function forkError(last: Checkpoint, size: number): LedgerForkError {
  return new LedgerForkError(
    `The database holds a log of ${size} entries that does not continue the ${last.size} entries signed last for ` +
      `${last.origin}. It was probably restored from an older backup. Nothing is signed until a database at least ` +
      'as new as that checkpoint is back, or a new log is started under another origin.',
  );
}
