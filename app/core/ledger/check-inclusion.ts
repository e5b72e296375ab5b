import { openCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import type { LedgerEntry, LedgerReader, StoredCheckpoint } from './ledger-store.ts';
import { foldProof, inclusionProofNodes } from './merkle-proof.ts';
import { verifyInclusion } from './merkle-verify.ts';
import { parseVerifierKey } from './note-key.ts';

export interface InclusionCheck {
  /** The newest signed head; null before the first, or when it is not signed by this log. */
  readonly head: StoredCheckpoint | null;
  /** Entries that were computed to stand under the head. */
  readonly included: number;
  /** Entries that should stand under it and do not. */
  readonly missing: number;
  /** Entries newer than the head. */
  readonly waiting: number;
}

/** Computes for each of some entries that it stands under the newest signed head: all nodes in one read. */
export async function checkInclusion(
  ledger: LedgerReader,
  entries: readonly LedgerEntry[],
  verifierKey: string,
): Promise<InclusionCheck> {
  const stored = await ledger.latestCheckpoint();
  const state = await ledger.state();
  const head = stored && state ? openHead(stored.note, state.origin, verifierKey) : undefined;
  if (!stored || !head) return { head: null, included: 0, missing: 0, waiting: entries.length };
  const covered = entries.filter(({ index }) => index < head.size);
  const proofs = covered.map((entry) => ({ entry, parts: inclusionProofNodes(entry.index, head.size) }));
  const refs = new Map(
    proofs.flatMap(({ parts }) => parts.flat()).map((ref) => [`${ref.level}/${ref.index}`, ref]),
  );
  const nodes = await ledger.nodes([...refs.values()]);
  const holding = proofs.filter(({ entry, parts }) => {
    try {
      const { size, root } = head;
      const proof = foldProof(parts, nodes);
      return verifyInclusion({ leafHash: entry.leaf, index: entry.index, size, root, proof });
    } catch {
      // A node is missing: the log is damaged, and this entry is not proved.
      return false;
    }
  });
  return {
    head: stored,
    included: holding.length,
    missing: covered.length - holding.length,
    waiting: entries.length - covered.length,
  };
}

function openHead(note: string, origin: string, verifierKey: string): SignedCheckpoint | undefined {
  try {
    return openCheckpoint(note, origin, [parseVerifierKey(verifierKey)]);
  } catch {
    return undefined;
  }
}
