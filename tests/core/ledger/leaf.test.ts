import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAF_ENTRY_BYTES, leafEntry } from '#app/core/ledger/leaf.ts';
import { flipBit } from './naive-tree.ts';

const salt = Buffer.from(Array.from({ length: 32 }, (_, n) => n));
const record = { subject: '7f', seq: 3, kind: 'granted', at: '2026-11-21T10:00:00.000Z' };

describe('a leaf', () => {
  it('is the version and the HMAC that anyone else computes from salt and record', () => {
    const text = '{"at":"2026-11-21T10:00:00.000Z","kind":"granted","seq":3,"subject":"7f"}';
    const mac = createHmac('sha256', salt).update(`driverseat/leaf/v1${text}`).digest('hex');
    expect(leafEntry(salt, record).toString('hex')).toBe(`01${mac}`);
    expect(mac).toBe('95ea0bea483aa8764f589dc96b3fa668ac034392b27a17b5181cc6b2ba27b364');
  });

  it('has the same length whatever it records', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (record) => {
        expect(leafEntry(salt, record).length).toBe(LEAF_ENTRY_BYTES);
      }),
    );
  });

  it('changes with every bit of the salt and with the record', () => {
    const entry = leafEntry(salt, record);
    for (let bit = 0; bit < 256; bit += 1) {
      expect(leafEntry(flipBit(salt, bit), record)).not.toEqual(entry);
    }
    expect(leafEntry(salt, { ...record, seq: 4 })).not.toEqual(entry);
  });

  it('takes a salt of exactly 32 bytes', () => {
    for (const length of [0, 16, 31, 33, 64]) {
      expect(() => leafEntry(Buffer.alloc(length), record)).toThrow('ledger-salt');
    }
  });
});
