import * as z from 'zod';
import type { Instant } from '#schema/instant.ts';
import { DAY_MS, MINUTE_MS } from '../shared/calendar.ts';
import type { Principal } from './principal.ts';

/** What a mailed proof is good for, and nothing else. */
export const PROOF_PURPOSES = [
  'confirm-address',
  'sign-in',
  'step-up',
  'change-address',
  'reset-password',
  'confirm-phone',
] as const;
export type ProofPurpose = (typeof PROOF_PURPOSES)[number];

export const PROOF_LIFETIME_MS: Readonly<Record<ProofPurpose, number>> = {
  'confirm-address': DAY_MS,
  'change-address': DAY_MS,
  'sign-in': 10 * MINUTE_MS,
  'step-up': 10 * MINUTE_MS,
  'reset-password': 10 * MINUTE_MS,
  'confirm-phone': 10 * MINUTE_MS,
};

/**
 * Eight digits, not six: with five tries a code and twenty codes a day, one
 * account falls to guessing with 1 in a million a day instead of 1 in ten
 * thousand, which matters when somebody tries many accounts at once.
 */
export const CODE_DIGITS = 8;
export const CODE_ATTEMPTS = 5;

/** Something that only the owner of an address can show: a link's token or a code, kept as hashes. */
export interface Proof {
  readonly id: string;
  readonly principal: Principal;
  readonly purpose: ProofPurpose;
  /** SHA-256 (hex) of 256 random bits. */
  readonly tokenHash: string;
  /** HMAC (hex) under the index key; null when there is only a link. */
  readonly codeHash: string | null;
  readonly payload: ProofPayload;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

export const ProofPayload = z
  .object({
    /** Where to go afterwards: a path of this portal. */
    to: z.string().nullable(),
    remember: z.boolean(),
    /** The company whose page asked. */
    companyId: z.string().nullable(),
    /** The mail job that carries the proof: part of the evidence. */
    mail: z.string().nullable(),
    /** Base64 of what only the account's key opens: choices waiting for the confirmation, the new address. */
    sealed: z.string().nullable(),
  })
  .strict();
export type ProofPayload = z.infer<typeof ProofPayload>;

export const NO_PAYLOAD: ProofPayload = {
  to: null,
  remember: false,
  companyId: null,
  mail: null,
  sealed: null,
};
