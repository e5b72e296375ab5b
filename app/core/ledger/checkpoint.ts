import { decodeBase64 } from './base64.ts';
import { LedgerError } from './ledger-error.ts';
import { signNote, verifyNote } from './note.ts';
import type { SignerKey, VerifierKey } from './note-key.ts';

/** The head of the tree: what the log says it holds. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** A checkpoint whose signature was checked or just made; `note` is what is served, byte for byte. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: string;
}

const BODY = /^([^\n]+)\n(0|[1-9][0-9]*)\n([^\n]+)\n$/u;

/** The text of c2sp.org/tlog-checkpoint: origin, size, root. Never extension lines: nobody could audit them. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  parseCheckpoint(text);
  return text;
}

export function parseCheckpoint(text: string): Checkpoint {
  const [, origin, digits, base64] = BODY.exec(text) ?? [];
  const root = decodeBase64(base64 ?? '');
  const size = Number(digits);
  if (origin === undefined || root?.length !== 32 || !Number.isSafeInteger(size)) {
    throw new LedgerError('ledger-checkpoint-malformed');
  }
  return { origin, size, root };
}

/**
 * Signs a head as the log. The key's name is the origin. A log must never sign
 * two heads that do not continue each other: pass the result through
 * `CheckpointLock.advance` before anyone sees it.
 */
export function signCheckpoint(checkpoint: Checkpoint, signer: SignerKey): SignedCheckpoint {
  if (signer.name !== checkpoint.origin) throw new LedgerError('ledger-checkpoint-malformed');
  const { origin, size, root } = checkpoint;
  return { origin, size, root, note: signNote(formatCheckpoint(checkpoint), signer) };
}

/** The checkpoint in a note, once a key of this origin has signed it. */
export function openCheckpoint(note: string, origin: string, keys: readonly VerifierKey[]): SignedCheckpoint {
  const own = keys.filter((key) => key.name === origin);
  const checkpoint = parseCheckpoint(verifyNote(note, own).text);
  if (checkpoint.origin === origin) return { ...checkpoint, note };
  throw new LedgerError('ledger-note-untrusted', { origin: checkpoint.origin });
}
