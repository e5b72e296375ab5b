import type { CompanyProfile, NoticeContent } from '#schema/company.ts';
import type { CompanyId, NoticeId, Slug } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

export interface Company {
  readonly id: CompanyId;
  readonly slug: Slug;
  readonly profile: CompanyProfile;
  readonly createdAt: Instant;
}

/** `companyId` null: the notice of the portal itself. */
export interface PrivacyNotice {
  readonly id: NoticeId;
  readonly companyId: CompanyId | null;
  readonly version: number;
  readonly content: NoticeContent;
  readonly textHash: string;
  readonly releasedAt: Instant;
}
