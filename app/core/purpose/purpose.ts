import type { CompanyId, PurposeId, PurposeVersionId, Slug } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type { LegalBasis, PurposeContent, ReleaseKind } from '#schema/purpose.ts';

export interface Purpose {
  readonly id: PurposeId;
  readonly companyId: CompanyId;
  readonly slug: Slug;
  readonly basis: LegalBasis;
  /** Order on the company's page. */
  readonly position: number;
  readonly createdAt: Instant;
  readonly retiredAt: Instant | null;
}

/** Immutable once released, except for the instants at which a later version took its place. */
export interface PurposeVersion {
  readonly id: PurposeVersionId;
  readonly purposeId: PurposeId;
  readonly version: number;
  readonly kind: ReleaseKind;
  readonly content: PurposeContent;
  readonly releasedAt: Instant;
  readonly supersededAt: Instant | null;
  /** Grants of this version may be used until then; null: no end. */
  readonly usableUntil: Instant | null;
}

/** The text exactly as shown, frozen at release. */
export interface PurposeCard {
  readonly versionId: PurposeVersionId;
  readonly language: Language;
  /** SHA-256 (hex) of `card`. */
  readonly textHash: string;
  /** Canonical JSON (RFC 8785) of the rendered texts, see purpose-card.ts. */
  readonly card: string;
}
