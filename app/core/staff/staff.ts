import type { CompanyId, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type { StaffRole } from '#schema/staff.ts';

export interface Staff {
  readonly id: StaffId;
  /** Null for the operator of the portal. */
  readonly companyId: CompanyId | null;
  readonly email: string;
  readonly name: string;
  /** What records, customers and officers see: stable, names nobody. */
  readonly pseudonym: string;
  readonly roles: readonly StaffRole[];
  readonly language: Language;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}
