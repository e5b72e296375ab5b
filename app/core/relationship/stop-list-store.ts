import type { CompanyId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

export interface StopListReader {
  /** Which of `hashes` this company must not enter again. */
  among(companyId: CompanyId, hashes: readonly string[]): Promise<string[]>;
}

/** Keyed hashes per company; they survive everything else about a person. */
export interface StopListWriter extends StopListReader {
  add(companyId: CompanyId, hashes: readonly string[], at: Instant): Promise<void>;
  clear(companyId: CompanyId, hashes: readonly string[]): Promise<void>;
}
