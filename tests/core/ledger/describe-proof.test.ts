import { expect, test } from 'vitest';
import { signCheckpoint } from '#app/core/ledger/checkpoint.ts';
import { describeProof } from '#app/core/ledger/describe-proof.ts';
import { appendLeaves, hashLeaf } from '#app/core/ledger/merkle.ts';
import { inclusionProof } from '#app/core/ledger/merkle-proof.ts';
import { formatVerifierKey, generateSignerKey } from '#app/core/ledger/note-key.ts';
import type { Instant } from '#schema/instant.ts';

const origin = 'test.example/log';
const key = generateSignerKey(origin);
const trust = { origin, verifierKey: formatVerifierKey(key) };
const at = '2026-11-21T10:00:00.000Z' as Instant;

async function proofOf(index: number, size: number) {
  const leaves = Array.from({ length: size }, (_, leaf) => hashLeaf(Buffer.from(`entry ${leaf}`)));
  const { nodes, root } = appendLeaves(0, leaves, []);
  const hashes = await inclusionProof(index, size, () => nodes);
  const { note } = signCheckpoint({ origin, size, root }, key);
  return { leaf: leaves[index] as Buffer, root, proof: { index, hashes, checkpoint: { size, note, at } } };
}

test('for every place in trees of every shape the steps end at the signed root', async () => {
  for (let size = 1; size <= 40; size += 1) {
    for (let index = 0; index < size; index += 1) {
      const { leaf, root, proof } = await proofOf(index, size);
      const described = describeProof(leaf, proof, trust);
      expect(described.holds).toBe(true);
      expect(described.root?.equals(root)).toBe(true);
      expect((described.steps.at(-1)?.result ?? leaf).equals(root), `${index} of ${size}`).toBe(true);
    }
  }
});

test('another leaf, another hash on the way or another key do not hold', async () => {
  const { leaf, proof } = await proofOf(5, 13);
  expect(describeProof(hashLeaf(leaf), proof, trust).holds).toBe(false);
  const hashes = proof.hashes.map((hash, step) => (step === 1 ? hashLeaf(hash) : hash));
  expect(describeProof(leaf, { ...proof, hashes }, trust).holds).toBe(false);
  const stranger = formatVerifierKey(generateSignerKey(origin));
  expect(describeProof(leaf, proof, { origin, verifierKey: stranger })).toMatchObject({
    holds: false,
    root: null,
  });
});
