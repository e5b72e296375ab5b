import { createHmac } from 'node:crypto';
import type { JsonRecord } from './jcs.ts';
import { assertSalt, SALT_BYTES, saltedCommitment } from './leaf.ts';
import { LedgerError } from './ledger-error.ts';
import { appendLeaves, hashLeaf } from './merkle.ts';
import { foldProof, inclusionProofNodes } from './merkle-proof.ts';
import { verifyInclusion } from './merkle-verify.ts';

/**
 * A disclosure of many customers is one ledger entry whose record names the
 * root of a small RFC 6962 tree with one commitment for each subject. Each of
 * them gets a proof of the own row alone: it reveals neither who else is in
 * the batch nor, without the batch salt, whether a given subject is.
 *
 * The record names the number of rows too, since a root alone does not fix it.
 * The order of the commitments is the caller's and is kept with the rows.
 */
const LABEL = 'driverseat/disclosure/v1';

/** The salt that goes into this subject's receipt; it opens no other row. */
export function subjectSalt(batchSalt: Uint8Array, subject: string): Buffer {
  return createHmac('sha256', assertSalt(batchSalt)).update(subject).digest();
}

/** The row of one subject. The subject is part of what is committed: nobody can pass on a proof as their own. */
export function commitSubject(batchSalt: Uint8Array, subject: string, fields: JsonRecord): Buffer {
  return commit(subjectSalt(batchSalt, subject), subject, fields);
}

export function batchRoot(commitments: readonly Buffer[]): Buffer {
  if (commitments.length === 0) throw new LedgerError('ledger-range', { size: 0 });
  return appendLeaves(0, commitments.map(hashLeaf), []).root;
}

/** The inclusion proof of the commitment at `index`, for `verifySubject`. */
export function proveSubject(commitments: readonly Buffer[], index: number): Buffer[] {
  const parts = inclusionProofNodes(index, commitments.length);
  const { nodes } = appendLeaves(0, commitments.map(hashLeaf), []);
  return foldProof(parts, nodes);
}

/** Checks one row against the batch root that the ledger entry names. */
export function verifySubject(claim: {
  subjectSalt: Buffer;
  subject: string;
  fields: JsonRecord;
  index: number;
  size: number;
  proof: readonly Buffer[];
  root: Buffer;
}): boolean {
  if (claim.subjectSalt.length !== SALT_BYTES) return false;
  const commitment = commit(claim.subjectSalt, claim.subject, claim.fields);
  return verifyInclusion({ ...claim, leafHash: hashLeaf(commitment) });
}

function commit(salt: Buffer, subject: string, fields: JsonRecord): Buffer {
  return saltedCommitment(salt, LABEL, { subject, fields });
}
