import { describe, expect, it } from 'vitest';
import {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from '#app/core/ledger/checkpoint.ts';
import { rootFromEdge } from '#app/core/ledger/merkle.ts';
import { signNote } from '#app/core/ledger/note.ts';
import { generateSignerKey } from '#app/core/ledger/note-key.ts';
import { flipBit } from './naive-tree.ts';

const origin = 'log.example/driverseat';
const signer = generateSignerKey(origin);
const root = Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64');

describe('a checkpoint', { timeout: 30_000 }, () => {
  it('is the text of the C2SP document', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const checkpoint = { origin: 'example.com/behind-the-sofa', size: 20852163, root };
    expect(formatCheckpoint(checkpoint)).toBe(text);
    expect(parseCheckpoint(text)).toEqual(checkpoint);
  });

  it('of an empty log has size 0', () => {
    const signed = signCheckpoint({ origin, size: 0, root: rootFromEdge([]) }, signer);
    expect(signed.note).toContain(
      `${origin}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— ${origin} `,
    );
    expect(openCheckpoint(signed.note, origin, [signer]).size).toBe(0);
  });

  it('opens only for its origin and a key of that origin', () => {
    const signed = signCheckpoint({ origin, size: 7, root }, signer);
    expect(openCheckpoint(signed.note, origin, [signer])).toEqual(signed);
    expect(() => openCheckpoint(signed.note, 'other.example', [signer])).toThrow('ledger-note-untrusted');
    expect(() => openCheckpoint(signed.note, origin, [generateSignerKey(origin)])).toThrow('untrusted');
    expect(() => openCheckpoint(signed.note, origin, [])).toThrow('ledger-note-untrusted');
  });

  it('signed by this log about another log is not this log', () => {
    const note = signNote(formatCheckpoint({ origin: 'other.example', size: 7, root }), signer);
    expect(() => openCheckpoint(note, origin, [signer])).toThrow('ledger-note-untrusted');
    expect(() => openCheckpoint(note, 'other.example', [signer])).toThrow('ledger-note-untrusted');
    expect(() => signCheckpoint({ origin: 'other.example', size: 7, root }, signer)).toThrow('malformed');
  });

  it('fails after any single bit is flipped', () => {
    const { note } = signCheckpoint({ origin, size: 1000, root }, signer);
    const bytes = Buffer.from(note);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      expect(() => openCheckpoint(flipBit(bytes, bit).toString('utf8'), origin, [signer])).toThrow(/ledger-/);
    }
  });

  it('is malformed with any other spelling of size or root, or with extension lines', () => {
    const base64 = root.toString('base64');
    for (const text of [
      '',
      `${origin}\n7\n`,
      `${origin}\n7\n${base64}`,
      `${origin}\n07\n${base64}\n`,
      `${origin}\n+7\n${base64}\n`,
      `${origin}\n-7\n${base64}\n`,
      `${origin}\n7.0\n${base64}\n`,
      `${origin}\n0x7\n${base64}\n`,
      `${origin}\n9007199254740992\n${base64}\n`,
      `\n7\n${base64}\n`,
      `${origin}\n7\n${base64.slice(4)}\n`,
      `${origin}\n7\n${base64.replace('=', '')}\n`,
      `${origin}\n7\n${base64.replace('2I=', '2J=')}\n`,
      `${origin}\n7\n${base64}\nextension\n`,
    ]) {
      expect(() => parseCheckpoint(text)).toThrow('ledger-checkpoint-malformed');
    }
    expect(() => formatCheckpoint({ origin: 'a\nb', size: 1, root })).toThrow('malformed');
    expect(() => formatCheckpoint({ origin, size: 1.5, root })).toThrow('malformed');
    expect(() => formatCheckpoint({ origin, size: 1, root: root.subarray(1) })).toThrow('malformed');
  });
});
