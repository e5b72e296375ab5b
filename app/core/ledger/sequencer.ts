import type { Instant } from '#schema/instant.ts';
import { AppError, FatalError } from '../shared/app-error.ts';
import type { Storage, Writers } from '../shared/storage.ts';
import type { World } from '../shared/world.ts';
import type { Keyring } from '../vault/keyring.ts';
import { appendEntries, type DatedDraft } from './append-entries.ts';
import type { EntryDraft } from './entry-draft.ts';

/** What an act works with inside the sequencer's transaction. */
export interface ActContext {
  readonly tx: Writers;
  /** The act's time: when it was submitted, but never before the log's last entry. */
  readonly at: Instant;
  /** Adds an entry to this act's part of the log; returns its index. Written after all acts of the group. */
  append(draft: EntryDraft): number;
}

export type Act<T> = (context: ActContext) => Promise<T>;

/**
 * The only writer of the ledger. Acts are queued and committed in groups, so
 * that one flush to disk serves many decisions. An act re-reads, decides and
 * writes inside the transaction; when it resolves here, all of it is durable.
 *
 * Crash order: before the commit nothing of the group exists; after it, all of
 * it, whether or not the caller heard the answer.
 */
export interface Sequencer {
  /** @throws what the act threw (nothing of it was written), or SequencerBusyError when too many are waiting */
  submit<T>(act: Act<T>): Promise<T>;
  /** Resolves when everything queued is written; refuses new acts. */
  stop(): Promise<void>;
}

export class SequencerBusyError extends AppError<'busy'> {
  constructor() {
    super('busy');
  }
}

const GROUP_SIZE = 200;
const QUEUE_LIMIT = 5_000;

interface Waiting {
  readonly act: Act<unknown>;
  readonly submittedAt: Instant;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** @param readOnlyBecause the log at hand does not continue what was signed: every act is refused with this */
export function createSequencer(
  core: { storage: Storage; keys: Keyring; world: World },
  readOnlyBecause?: string,
): Sequencer {
  let queue: Waiting[] = [];
  let draining: Promise<void> | undefined;
  /** A broken law: nothing more is written until a person has looked. */
  let broken: FatalError | undefined =
    readOnlyBecause === undefined ? undefined : new FatalError(readOnlyBecause);
  let closing = false;

  async function runGroup(group: readonly Waiting[]): Promise<unknown[]> {
    return core.storage.transact(async (tx) => {
      await tx.ledger.lock();
      const state = await tx.ledger.state();
      if (!state) throw new FatalError('the ledger was never created');
      const drafts: DatedDraft[] = [];
      const results: unknown[] = [];
      let last = state.lastAt;
      for (const waiting of group) {
        const at = waiting.submittedAt > last ? waiting.submittedAt : last;
        const append = (draft: EntryDraft): number => drafts.push({ ...draft, at }) - 1 + state.size;
        results.push(await waiting.act({ tx, at, append }));
        last = at;
      }
      await appendEntries(core, tx, state, drafts);
      return results;
    });
  }

  async function settle(group: readonly Waiting[]): Promise<void> {
    try {
      const results = await runGroup(group);
      for (const [position, waiting] of group.entries()) waiting.resolve(results[position]);
    } catch (error) {
      if (error instanceof FatalError) broken = error;
      // One refusal rolls the group back; alone, each act gets its own answer.
      if (group.length === 1 || broken) for (const waiting of group) waiting.reject(error);
      else for (const waiting of group) await settle([waiting]);
    }
  }

  async function drain(): Promise<void> {
    // One turn of the event loop lets requests that arrived together share a commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const group = queue.slice(0, GROUP_SIZE);
      queue = queue.slice(GROUP_SIZE);
      await settle(group);
    }
    draining = undefined;
  }

  return {
    submit: <T>(act: Act<T>) =>
      new Promise<T>((resolve, reject) => {
        if (broken) return reject(broken);
        if (closing || queue.length >= QUEUE_LIMIT) return reject(new SequencerBusyError());
        queue.push({
          act: act as Act<unknown>,
          submittedAt: core.world.now(),
          resolve: resolve as (value: unknown) => void,
          reject,
        });
        draining ??= drain();
      }),
    stop: async () => {
      closing = true;
      await draining;
    },
  };
}
