import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto';
import { decodeBase64 } from './base64.ts';
import { LedgerError } from './ledger-error.ts';

/**
 * Ed25519 keys of signed notes (c2sp.org/signed-note), in the text forms that
 * the Go checksum database tools read and write:
 *   verifier  <name>+<id>+<base64(0x01 || public key)>
 *   signer    PRIVATE+KEY+<name>+<id>+<base64(0x01 || seed)>
 */
export interface VerifierKey {
  readonly name: string;
  /** 8 lowercase hex characters. Tells keys apart; proves nothing. */
  readonly id: string;
  readonly publicKey: KeyObject;
}

export interface SignerKey extends VerifierKey {
  readonly privateKey: KeyObject;
}

const ED25519 = Buffer.of(0x01);
const KEY_TEXT = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/;
const SIGNER_PREFIX = 'PRIVATE+KEY+';
// What stands before the 32 raw bytes in DER (RFC 8410).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function generateSignerKey(name: string): SignerKey {
  return signerKey(name, generateKeyPairSync('ed25519').privateKey);
}

export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${key.id}+${material(rawPublic(key.publicKey))}`;
}

/** A secret: whoever reads this text can sign as the log. */
export function formatSignerKey(key: SignerKey): string {
  const seed = key.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  return `${SIGNER_PREFIX}${key.name}+${key.id}+${material(seed)}`;
}

export function parseVerifierKey(text: string): VerifierKey {
  const { name, id, raw } = parseKeyText(text);
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  return assertId(id, verifierKey(name, key));
}

export function parseSignerKey(text: string): SignerKey {
  if (!text.startsWith(SIGNER_PREFIX)) throw new LedgerError('ledger-key-malformed');
  const { name, id, raw } = parseKeyText(text.slice(SIGNER_PREFIX.length));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: 'der', type: 'pkcs8' });
  return assertId(id, signerKey(name, key));
}

/** Not empty, encodable, no plus and no Unicode space. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}\p{Surrogate}+]+$/u.test(name);
}

function parseKeyText(text: string): { name: string; id: string; raw: Buffer } {
  const [, name = '', id = '', base64 = ''] = KEY_TEXT.exec(text) ?? [];
  const bytes = decodeBase64(base64);
  // One algorithm only: a type that we cannot check must not look like a key.
  if (bytes?.length !== 33 || bytes[0] !== ED25519[0]) throw new LedgerError('ledger-key-malformed');
  return { name, id, raw: bytes.subarray(1) };
}

function assertId<Key extends VerifierKey>(id: string, key: Key): Key {
  if (key.id !== id) throw new LedgerError('ledger-key-malformed');
  return key;
}

function signerKey(name: string, privateKey: KeyObject): SignerKey {
  return { ...verifierKey(name, createPublicKey(privateKey)), privateKey };
}

function verifierKey(name: string, publicKey: KeyObject): VerifierKey {
  if (!isKeyName(name)) throw new LedgerError('ledger-key-malformed');
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), ED25519, rawPublic(publicKey)]));
  return { name, id: id.slice(0, 8), publicKey };
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32);
}

function material(raw: Buffer): string {
  return Buffer.concat([ED25519, raw]).toString('base64');
}
