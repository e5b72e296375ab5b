import type { ClaimedHead } from './check-tree.ts';
import type { CheckpointLock } from './checkpoint-lock.ts';
import type { LedgerReader, StoredCheckpoint } from './ledger-store.ts';
import type { ReportFault } from './log-fault.ts';

const PAGE = 500;

/** Every head ever signed that is still known, in order of size: those in the database and the one kept apart. */
export class ClaimedHeads {
  readonly #ledger: Pick<LedgerReader, 'checkpoints'>;
  #page: StoredCheckpoint[] = [];
  #locked: ClaimedHead | undefined;
  #last = 0;
  #read = 0;

  constructor(ledger: Pick<LedgerReader, 'checkpoints'>, lock: CheckpointLock, report: ReportFault) {
    this.#ledger = ledger;
    try {
      const locked = lock.read();
      this.#locked = locked && { size: locked.size, note: locked.note, at: 'lock file' };
    } catch {
      report('checkpoint-signature', 'lock file', 'is not signed by this log');
    }
  }

  /** Size of the last head that was handed out from the database; 0 before the first. */
  get last(): number {
    return this.#last;
  }

  /** Heads up to this size that were not handed out yet. */
  async upTo(size: number): Promise<ClaimedHead[]> {
    const heads: ClaimedHead[] = [];
    for (let next = await this.#peek(); next && next.size <= size; next = await this.#peek()) {
      this.#page.shift();
      this.#last = next.size;
      heads.push({ size: next.size, note: next.note, at: `checkpoint ${next.size}` });
    }
    if (this.#locked && this.#locked.size <= size) {
      heads.push(this.#locked);
      this.#locked = undefined;
    }
    return heads.sort((a, b) => a.size - b.size);
  }

  /** Heads that claim more entries than there are. */
  async beyond(size: number): Promise<ClaimedHead[]> {
    await this.upTo(size);
    return this.upTo(Number.MAX_SAFE_INTEGER);
  }

  async #peek(): Promise<StoredCheckpoint | undefined> {
    if (this.#page.length === 0) {
      this.#page = await this.#ledger.checkpoints(this.#read, PAGE);
      this.#read = this.#page.at(-1)?.size ?? this.#read;
    }
    return this.#page[0];
  }
}
