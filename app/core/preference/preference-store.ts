import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Preference } from '#schema/preference.ts';

export interface PreferenceReader {
  /** @param companyId null: the default for all companies. Absent: NO_PREFERENCE. */
  find(customerId: CustomerId, companyId: CompanyId | null): Promise<Preference>;
  /** Overrides per company. */
  overrides(customerId: CustomerId): Promise<Map<CompanyId, Preference>>;
}

export interface PreferenceWriter extends PreferenceReader {
  save(
    customerId: CustomerId,
    companyId: CompanyId | null,
    preference: Preference,
    at: Instant,
  ): Promise<void>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
