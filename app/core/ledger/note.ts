import { sign, verify } from 'node:crypto';
import { decodeBase64 } from './base64.ts';
import { LedgerError } from './ledger-error.ts';
import { isKeyName, type SignerKey, type VerifierKey } from './note-key.ts';

/** One line under a note. Lines by keys nobody here knows (witnesses, later algorithms) are kept and ignored. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Buffer;
}

export interface Note {
  /** What is signed: ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const MOST_SIGNATURES = 100;

/** Signs a text as a C2SP signed note (c2sp.org/signed-note). */
export function signNote(text: string, ...signers: readonly [SignerKey, ...SignerKey[]]): string {
  const signatures = signers.map((key) => ({
    name: key.name,
    keyId: key.id,
    signature: sign(null, Buffer.from(text), key.privateKey),
  }));
  return formatNote({ text, signatures });
}

/**
 * The note, once at least one of the keys has signed it. A known key's line
 * that does not verify condemns the whole note, whatever else is under it.
 */
export function verifyNote(message: string, keys: readonly VerifierKey[]): Note {
  const note = parseNote(message);
  const text = Buffer.from(note.text);
  let trusted = false;
  for (const { name, keyId, signature } of note.signatures) {
    const key = keys.find((known) => known.name === name && known.id === keyId);
    if (key === undefined) continue;
    if (!verify(null, text, key.publicKey, signature)) throw new LedgerError('ledger-note-forged', { name });
    trusted = true;
  }
  if (!trusted) throw new LedgerError('ledger-note-untrusted');
  return note;
}

export function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, keyId, signature }) => {
    return `— ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`;
  });
  const message = `${text}\n${lines.join('')}`;
  // Reading it back keeps every rule in one place: what is written here, everyone can read.
  if (parseNote(message).text !== text) throw malformed();
  return message;
}

/** Reads without trusting: the text means nothing before `verifyNote`. */
export function parseNote(message: string): Note {
  const end = message.lastIndexOf('\n\n');
  if (end < 0 || !message.endsWith('\n') || !isNoteText(message)) throw malformed();
  const lines = message.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw malformed();
  return { text: message.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const [, name = '', base64 = ''] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  const bytes = decodeBase64(base64);
  if (!isKeyName(name) || bytes === undefined || bytes.length < 5) throw malformed();
  return { name, keyId: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}

/** Encodable as UTF-8, and no ASCII control character but the newline. */
function isNoteText(text: string): boolean {
  if (/\p{Surrogate}/u.test(text)) return false;
  for (const character of text) if (character < ' ' && character !== '\n') return false;
  return true;
}

function malformed(): LedgerError {
  return new LedgerError('ledger-note-malformed');
}
