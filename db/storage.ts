import { AsyncLocalStorage } from 'node:async_hooks';
import type { Readers, Storage, Writers } from '#app/core/shared/storage.ts';
import type { Connections } from './connections.ts';
import { dialectOf } from './dialect.ts';
import { connectDirectly, disconnect } from './statement.ts';
import { createReaders, createWriters } from './stores/stores.ts';

/** What db/ says to the log: never values, never parameters. */
export interface DatabaseLog {
  warn(event: string, fields?: { readonly error?: unknown; readonly attempt?: number }): void;
  error(event: string, fields?: { readonly error?: unknown; readonly attempt?: number }): void;
}

/** Set while the code of a transaction runs; `open` ends with it, for work that outlives it. */
interface Inside {
  open: boolean;
}

/**
 * Whoever uses the outer connections inside a transaction would wait for
 * himself for ever or read what is no longer so: told at once instead.
 */
export class TransactionGuard {
  readonly #inside = new AsyncLocalStorage<Inside>();

  readonly assertOutside = (): void => {
    if (this.#inside.getStore()?.open) {
      throw new Error(
        'inside a transaction only what it handed out may be used, not storage.read or transact',
      );
    }
  };

  async run<T>(work: () => Promise<T>): Promise<T> {
    const inside: Inside = { open: true };
    try {
      return await this.#inside.run(inside, work);
    } finally {
      inside.open = false;
    }
  }
}

/** A serialisation failure or a deadlock: nothing was written and the same work may succeed. */
const ATTEMPTS = 5;
const RETRY_WITHIN_MS = 30;

export function createStorage(
  { writer, reader, longReader }: Connections,
  guard: TransactionGuard,
  log: DatabaseLog,
): Storage {
  const dialect = dialectOf(writer);
  const read: Readers = createReaders(reader, longReader);

  async function attempt<T>(
    work: (tx: Writers) => Promise<T>,
  ): Promise<{ result: T; effects: (() => void)[] }> {
    const effects: (() => void)[] = [];
    const result = await writer.transaction().execute(async (trx) => {
      await connectDirectly(trx);
      try {
        return await guard.run(() => work(createWriters(trx, (effect) => effects.push(effect))));
      } finally {
        disconnect(trx);
      }
    });
    return { result, effects };
  }

  async function transact<T>(work: (tx: Writers) => Promise<T>): Promise<T> {
    guard.assertOutside();
    for (let tries = 1; ; tries += 1) {
      try {
        const { result, effects } = await attempt(work);
        for (const effect of effects) runEffect(effect);
        return result;
      } catch (error) {
        if (tries >= ATTEMPTS || !dialect.mayRetry(error)) throw error;
        log.warn('transaction repeated', { error, attempt: tries });
        await new Promise((resolve) => setTimeout(resolve, Math.random() * RETRY_WITHIN_MS * tries));
      }
    }
  }

  /** The deed is durable: what fails now must not look as if it were not. */
  function runEffect(effect: () => void): void {
    try {
      effect();
    } catch (error) {
      log.error('effect after a commit failed', { error });
    }
  }

  return { read, transact, isUniqueViolation: dialect.isUniqueViolation };
}
