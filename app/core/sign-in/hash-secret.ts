import { createHash, timingSafeEqual } from 'node:crypto';

/** Good for secrets of 256 random bits (tokens, session ids); a code is keyed instead, see `codeHashOf`. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** Both hex of the same length, compared in constant time. */
export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}
