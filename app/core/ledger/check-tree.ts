import { openCheckpoint } from './checkpoint.ts';
import type { LedgerEntry, LedgerReader } from './ledger-store.ts';
import type { ReportFault } from './log-fault.ts';
import { appendLeaves, type Edge, hashLeaf, rootFromEdge, type TreeNode } from './merkle.ts';
import type { VerifierKey } from './note-key.ts';

/** A signed head that the entries must lead to, and where it was found. */
export interface ClaimedHead {
  readonly size: number;
  readonly note: string;
  /** `checkpoint 4711`, `lock file`. */
  readonly at: string;
}

/**
 * The tree from its leaves up, batch by batch in order: bytes hash to their
 * leaf, leaves to every stored node, and at each signed size to the root that
 * was signed. After a missing entry nothing above it can be computed: it is
 * named, and the tree is left there.
 */
export class TreeCheck {
  readonly #ledger: Pick<LedgerReader, 'nodes'>;
  readonly #trust: { readonly origin: string; readonly keys: readonly VerifierKey[] };
  readonly #report: ReportFault;
  #size = 0;
  #edge: Edge = [];
  #torn = false;

  constructor(
    ledger: Pick<LedgerReader, 'nodes'>,
    trust: { readonly origin: string; readonly keys: readonly VerifierKey[] },
    report: ReportFault,
  ) {
    this.#ledger = ledger;
    this.#trust = trust;
    this.#report = report;
  }

  /**
   * @param entries those that are there of the indices from here to `until`
   * @param heads signed sizes in (here, until], in order of size
   */
  async take(entries: readonly LedgerEntry[], until: number, heads: readonly ClaimedHead[]): Promise<void> {
    const from = this.#size;
    const missing = missingOf(entries, from, until);
    for (const index of missing) this.#report('index-gap', `entry ${index}`, 'is missing');
    for (const { index, entry, leaf } of entries) {
      if (!hashLeaf(entry).equals(leaf))
        this.#report('leaf-mismatch', `entry ${index}`, 'its bytes do not hash to its leaf');
    }
    if (missing.length > 0) this.#torn = true;
    if (!this.#torn) await this.#climb(entries, until, heads);
    this.#size = until;
  }

  /** Undefined when entries are missing. */
  root(): Buffer | undefined {
    return this.#torn ? undefined : rootFromEdge(this.#edge);
  }

  async #climb(entries: readonly LedgerEntry[], until: number, heads: readonly ClaimedHead[]): Promise<void> {
    const start = this.#size;
    const full: TreeNode[] = [];
    let size = start;
    const growTo = (next: number): Buffer => {
      const leaves = entries.slice(size - start, next - start).map(({ leaf }) => leaf);
      const grown = appendLeaves(size, leaves, this.#edge);
      full.push(...grown.nodes.filter(({ level }) => level > 0));
      this.#edge = grown.edge;
      size = next;
      return grown.root;
    };
    for (const head of heads) this.#checkHead(head, growTo(head.size));
    growTo(until);
    await this.#checkNodes(full);
  }

  async #checkNodes(expected: readonly TreeNode[]): Promise<void> {
    const stored = new Map(
      (await this.#ledger.nodes(expected)).map((node) => [`${node.level}/${node.index}`, node.hash]),
    );
    for (const { level, index, hash } of expected) {
      if (stored.get(`${level}/${index}`)?.equals(hash)) continue;
      const [first, last] = [index * 2 ** level, (index + 1) * 2 ** level - 1];
      const detail = `does not equal the hash of the entries ${first} to ${last}`;
      this.#report('node-mismatch', `node ${level}/${index}`, detail);
    }
  }

  #checkHead({ size, note, at }: ClaimedHead, root: Buffer): void {
    try {
      const head = openCheckpoint(note, this.#trust.origin, this.#trust.keys);
      if (head.size !== size || !head.root.equals(root))
        this.#report('checkpoint-mismatch', at, `the first ${size} entries do not give the signed root`);
    } catch {
      this.#report('checkpoint-signature', at, 'is not signed by this log');
    }
  }
}

function missingOf(entries: readonly LedgerEntry[], from: number, until: number): number[] {
  const there = new Set(entries.map(({ index }) => index));
  return Array.from({ length: until - from }, (_, offset) => from + offset).filter(
    (index) => !there.has(index),
  );
}
