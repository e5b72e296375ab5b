import type { CompanyId, PurposeId, PurposeVersionId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type { Purpose, PurposeCard, PurposeVersion } from './purpose.ts';

/** A purpose with the version that is asked for now. */
export interface CurrentPurpose {
  readonly purpose: Purpose;
  readonly version: PurposeVersion;
}

export interface PurposeReader {
  find(id: PurposeId): Promise<Purpose | undefined>;
  findBySlug(companyId: CompanyId, slug: string): Promise<Purpose | undefined>;
  /** Purposes that are not retired, each with its newest version, in the company's order. */
  current(companyId: CompanyId): Promise<CurrentPurpose[]>;
  /** Every purpose ever, newest version each. */
  all(companyId: CompanyId): Promise<CurrentPurpose[]>;
  currentVersion(purposeId: PurposeId): Promise<PurposeVersion | undefined>;
  version(id: PurposeVersionId): Promise<PurposeVersion | undefined>;
  versions(purposeId: PurposeId): Promise<PurposeVersion[]>;
  card(versionId: PurposeVersionId, language: Language): Promise<PurposeCard | undefined>;
  cards(versionId: PurposeVersionId): Promise<PurposeCard[]>;
  /** Hash of the card as shown in this language; what a decision cites. */
  cardHash(versionId: PurposeVersionId, language: Language): Promise<string | undefined>;
  cardByHash(textHash: string): Promise<PurposeCard | undefined>;
}

export interface PurposeWriter extends PurposeReader {
  insert(purpose: Purpose): Promise<void>;
  insertVersion(version: PurposeVersion, cards: readonly PurposeCard[]): Promise<void>;
  /** Marks the versions before `version` as superseded; a change also ends their use at `usableUntil`, never later than before. */
  supersede(purposeId: PurposeId, version: number, at: Instant, usableUntil: Instant | null): Promise<void>;
  retire(id: PurposeId, at: Instant): Promise<void>;
}
