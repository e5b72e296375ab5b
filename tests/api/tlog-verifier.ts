import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';

/*
 * A verifier written from the texts of c2sp.org/signed-note, tlog-checkpoint
 * and tlog-tiles alone. It imports nothing of ours, so that it can only agree
 * with the log by both following those texts.
 */

export type Fetch = (path: string) => Promise<Response>;

export interface VerifiedLog {
  readonly origin: string;
  readonly size: number;
  readonly entries: readonly Buffer[];
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHash = (entry: Uint8Array) => sha256(Buffer.of(0), entry);
const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.of(1), left, right);

/** Downloads the log below `prefix` and recomputes everything from its entries. Throws at the first lie. */
export async function verifyTlog(get: Fetch, prefix: string, vkey: string): Promise<VerifiedLog> {
  const { origin, size, root } = readCheckpoint(await readText(get, `${prefix}/checkpoint`), vkey);
  const entries: Buffer[] = [];
  for (const { path, width } of tilePaths('entries', size)) {
    const bundle = splitBundle(await readBytes(get, `${prefix}/tile/${path}`));
    if (bundle.length !== width) throw new Error(`${path} holds ${bundle.length} entries`);
    entries.push(...bundle);
  }
  let row = entries.map(leafHash);
  if (!rootOf(row).equals(root)) throw new Error('the entries do not give the signed root');
  for (let level = 0; row.length > 0; level += 1) {
    const own = Buffer.concat(row);
    const tiles: Buffer[] = [];
    for (const { path } of tilePaths(String(level), row.length))
      tiles.push(await readBytes(get, `${prefix}/tile/${path}`));
    if (!Buffer.concat(tiles).equals(own)) throw new Error(`level ${level} is not what the entries give`);
    const full = Math.floor(row.length / 256);
    row = Array.from({ length: full }, (_, index) => rootOf(row.slice(index * 256, (index + 1) * 256)));
  }
  return { origin, size, entries };
}

/** One line out of a customer's export, as its schema describes it. */
export interface ProvedEntry {
  readonly log: { readonly key: string; readonly checkpoint: string | null };
  readonly index: number;
  readonly record: unknown;
  readonly proof: {
    readonly salt: string;
    readonly leafHash: string;
    readonly treeSize: number | null;
    readonly hashes: readonly string[];
  };
}

/** Checks one line with nothing but itself. Throws at the first lie. */
export function verifyEntry({ log, index, record, proof }: ProvedEntry, vkey = log.key): void {
  if (log.checkpoint === null || proof.treeSize === null) throw new Error('not signed yet');
  const { size, root } = readCheckpoint(log.checkpoint, vkey);
  if (size !== proof.treeSize) throw new Error('a proof for another size');
  const mac = createHmac('sha256', Buffer.from(proof.salt, 'base64'));
  const entry = Buffer.concat([Buffer.of(1), mac.update(`driverseat/leaf/v1${canonical(record)}`).digest()]);
  const leaf = leafHash(entry);
  if (leaf.toString('base64') !== proof.leafHash) throw new Error('the record does not give the leaf hash');
  const hashes = proof.hashes.map((hash) => Buffer.from(hash, 'base64'));
  if (!foldPath(leaf, index, size, hashes).equals(root))
    throw new Error('the proof does not give the signed root');
}

/** RFC 6962, section 2.1.1, read backwards: the root of `size` leaves from one leaf and its audit path. */
function foldPath(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer {
  if (size === 1) {
    if (path.length > 0) throw new Error('the proof is too long');
    return leaf;
  }
  const sibling = path.at(-1);
  if (!sibling) throw new Error('the proof is too short');
  let split = 1;
  while (split * 2 < size) split *= 2;
  const rest = path.slice(0, -1);
  return index < split
    ? nodeHash(foldPath(leaf, index, split, rest), sibling)
    : nodeHash(sibling, foldPath(leaf, index - split, size - split, rest));
}

/** RFC 8785, as far as records need it: no fractions, names in ASCII. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}

/** RFC 6962, section 2.1: MTH over leaf hashes. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (!only) return sha256();
  if (hashes.length === 1) return only;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

function readCheckpoint(note: string, vkey: string) {
  const [name = '', keyHash = '', encoded = ''] = vkey.trim().split(/\+(.*?)\+(.*)/s);
  const key = Buffer.from(encoded, 'base64');
  if (key[0] !== 1 || key.length !== 33) throw new Error('no Ed25519 key');
  const expected = sha256(Buffer.from(`${name}\n`), key).subarray(0, 4);
  if (expected.toString('hex') !== keyHash) throw new Error('the key hash does not fit the key');
  const end = note.lastIndexOf('\n\n');
  const body = note.slice(0, end + 1);
  const line = note
    .slice(end + 2)
    .split('\n')
    .find((candidate) => candidate.startsWith(`— ${name} `));
  const signed = Buffer.from(line?.split(' ')[2] ?? '', 'base64');
  if (!signed.subarray(0, 4).equals(expected)) throw new Error('not signed by this key');
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(1)]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  if (!verify(null, Buffer.from(body), publicKey, signed.subarray(4)))
    throw new Error('the signature is wrong');
  const [origin = '', size = '', root = '', ...rest] = body.split('\n');
  if (origin !== name || rest.join('') !== '') throw new Error('another origin, or extension lines');
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

function tilePaths(level: string, length: number) {
  return Array.from({ length: Math.ceil(length / 256) }, (_, index) => {
    const width = Math.min(256, length - index * 256);
    const groups = [String(index % 1000).padStart(3, '0')];
    for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
      groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
    return { width, path: `${level}/${groups.join('/')}${width < 256 ? `.p/${width}` : ''}` };
  });
}

function splitBundle(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt16BE(at);
    if (at + 2 + length > bytes.length) throw new Error('a bundle ends inside an entry');
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}

async function readText(get: Fetch, path: string): Promise<string> {
  const response = await get(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

async function readBytes(get: Fetch, path: string): Promise<Buffer> {
  const response = await get(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
