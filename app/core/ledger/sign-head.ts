import type { Core } from '../shared/core.ts';
import { type SignedCheckpoint, signCheckpoint } from './checkpoint.ts';
import { assertNotRolledBack, type CheckpointLock } from './checkpoint-lock.ts';
import type { LedgerReader } from './ledger-store.ts';
import { type ReadNodes, rootFromEdge } from './merkle.ts';
import { consistencyProof } from './merkle-proof.ts';
import type { SignerKey } from './note-key.ts';

export interface LogSigner {
  readonly key: SignerKey;
  readonly lock: CheckpointLock;
}

/** The stored nodes as the tree's functions read them. */
export function readNodesOf(ledger: LedgerReader): ReadNodes {
  return (refs) => ledger.nodes(refs);
}

/**
 * Signs the log's head and makes it public, in this order: the tree continues
 * what was signed last; the lock file takes the new head, durably; the note is
 * stored. A crash after the lock leaves a head that the next call signs again
 * or passes; nothing signed is ever contradicted.
 *
 * @returns the head in force; undefined while the log is empty
 */
export async function signHead(
  core: Pick<Core, 'storage' | 'world'>,
  { key, lock }: LogSigner,
): Promise<SignedCheckpoint | undefined> {
  const { ledger } = core.storage.read;
  const state = await ledger.state();
  if (!state || state.size === 0) return undefined;
  const last = lock.read();
  const readNodes = readNodesOf(ledger);
  await assertNotRolledBack(last, state.size, readNodes);
  const stored = await ledger.latestCheckpoint();
  if (last && last.size === state.size && stored?.size === state.size) return last;
  const root = rootFromEdge(state.edge.map((hash) => Buffer.from(hash, 'hex')));
  const head = signCheckpoint({ origin: state.origin, size: state.size, root }, key);
  const proof = last && last.size < head.size ? await consistencyProof(last.size, head.size, readNodes) : [];
  if (!last || last.size < head.size) lock.advance(last, head, proof);
  await core.storage.transact((tx) =>
    tx.ledger.saveCheckpoint({ size: head.size, note: head.note, at: core.world.now() }),
  );
  return head;
}
