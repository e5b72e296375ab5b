import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  batchRoot,
  commitSubject,
  proveSubject,
  subjectSalt,
  verifySubject,
} from '#app/core/ledger/disclosure-commitment.ts';
import { flipBit, naiveRoot } from './naive-tree.ts';

function batchOf(size: number) {
  const batchSalt = randomBytes(32);
  const rows = Array.from({ length: size }, (_, n) => ({
    subject: `s${n}`,
    fields: { fields: ['email'], n },
  }));
  const commitments = rows.map(({ subject, fields }) => commitSubject(batchSalt, subject, fields));
  return { batchSalt, rows, commitments, root: batchRoot(commitments) };
}

describe('a batch of disclosures', { timeout: 30_000 }, () => {
  it('is committed as anyone else computes it', () => {
    const batchSalt = Buffer.from(Array.from({ length: 32 }, (_, n) => n));
    const commitment = commitSubject(batchSalt, '7f', { fields: ['email'] });
    expect(subjectSalt(batchSalt, '7f').toString('hex')).toBe(
      '8556f1045baed327d2c508366c1262a8543a039b13035b0d1a0d9e81d79ad693',
    );
    expect(commitment.toString('hex')).toBe(
      'ffd3762c639299250e19fa1485b2e6927030b28dd1ad03db03a5ec5f6529f410',
    );
    expect(batchRoot([commitment]).toString('hex')).toBe(
      '9f476f0d072d768d572724a65bee9fb1c38c8c93380c032996f80d24394fa8b3',
    );
  });

  it('proves to each subject its own row, for batches of any size up to 33 and of 1,000', () => {
    for (const size of [...Array.from({ length: 33 }, (_, n) => n + 1), 1000]) {
      const { batchSalt, rows, commitments, root } = batchOf(size);
      expect(root).toEqual(naiveRoot(commitments));
      for (const [index, row] of rows.entries()) {
        if (size === 1000 && index % 97 !== 0) continue;
        const proof = proveSubject(commitments, index);
        const claim = { ...row, subjectSalt: subjectSalt(batchSalt, row.subject), index, size, proof, root };
        expect(verifySubject(claim)).toBe(true);
      }
    }
  });

  it('proves nothing else: not other fields, another subject, place, salt or batch', () => {
    const { batchSalt, rows, commitments, root } = batchOf(21);
    const row = rows[13] as (typeof rows)[number];
    const salt = subjectSalt(batchSalt, row.subject);
    const proof = proveSubject(commitments, 13);
    const claim = { ...row, subjectSalt: salt, index: 13, size: 21, proof, root };
    expect(verifySubject(claim)).toBe(true);
    for (const wrong of [
      { fields: { ...row.fields, n: 14 } },
      { subject: 's14' },
      { index: 12 },
      { size: 14 },
      { subjectSalt: flipBit(salt, 7) },
      { subjectSalt: salt.subarray(1) },
      { proof: proof.slice(1) },
      { root: batchOf(21).root },
      { root: flipBit(root, 255) },
    ]) {
      expect(verifySubject({ ...claim, ...wrong })).toBe(false);
    }
  });

  it('gives subjects salts that do not open each other', () => {
    const { batchSalt } = batchOf(1);
    expect(subjectSalt(batchSalt, 'a')).not.toEqual(subjectSalt(batchSalt, 'b'));
  });

  it('is never empty and needs a whole salt', () => {
    expect(() => batchRoot([])).toThrow('ledger-range');
    expect(() => commitSubject(Buffer.alloc(31), 'a', {})).toThrow('ledger-salt');
  });
});
