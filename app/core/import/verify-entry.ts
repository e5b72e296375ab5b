import type { BroughtEntry } from '#schema/own-export.ts';
import { decodeBase64 } from '../ledger/base64.ts';
import { openCheckpoint, type SignedCheckpoint } from '../ledger/checkpoint.ts';
import type { JsonRecord } from '../ledger/jcs.ts';
import { leafEntry } from '../ledger/leaf.ts';
import { hashLeaf } from '../ledger/merkle.ts';
import { verifyInclusion } from '../ledger/merkle-verify.ts';
import { parseVerifierKey } from '../ledger/note-key.ts';

/** Our own log cannot have been signed by another's key. */
export interface OwnLog {
  readonly origin: string;
  readonly key: string;
}

/**
 * Computes for entries of other logs that record and salt lead to the head that
 * came with them, and that the head was signed by the key that came with it.
 * Whose key that is nobody here can know. Each head is checked once.
 */
export function createEntryVerifier(own: OwnLog): (entry: BroughtEntry) => boolean {
  const heads = new Map<string, SignedCheckpoint | null>();

  function headOf({ origin, key, checkpoint }: BroughtEntry['log']): SignedCheckpoint | null {
    if (checkpoint === null || (origin === own.origin && key !== own.key)) return null;
    const name = `${origin}\n${key}\n${checkpoint}`;
    const known = heads.get(name);
    if (known !== undefined) return known;
    const head = attempt(() => openCheckpoint(checkpoint, origin, [parseVerifierKey(key)]));
    if (heads.size > 100) heads.clear();
    heads.set(name, head);
    return head;
  }

  return (entry) => {
    const head = headOf(entry.log);
    if (!head || !tellsTheRecord(entry)) return false;
    return attempt(() => leadsTo(entry, head)) ?? false;
  };
}

function leadsTo({ index, record, proof }: BroughtEntry, head: SignedCheckpoint): boolean {
  const salt = decodeBase64(proof.salt);
  const hashes = proof.hashes.map(decodeBase64);
  if (!salt || proof.treeSize !== head.size) return false;
  const leafHash = hashLeaf(leafEntry(salt, record as JsonRecord));
  if (leafHash.toString('base64') !== proof.leafHash) return false;
  const whole = hashes.filter((hash) => hash !== undefined);
  if (whole.length !== hashes.length) return false;
  return verifyInclusion({ leafHash, index, size: head.size, proof: whole, root: head.root });
}

/** What stands beside the record must say what the record says: only that is proved. */
function tellsTheRecord({ kind, at, textHash, record }: BroughtEntry): boolean {
  return record['kind'] === kind && record['at'] === at && (record['textHash'] ?? null) === textHash;
}

function attempt<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch {
    return null;
  }
}
