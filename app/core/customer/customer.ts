import type { CustomerId, FactId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';

/** Unconfirmed until the address is proved; such accounts permit nothing and are deleted when the proof expires. */
export type CustomerStatus = 'unconfirmed' | 'active' | 'left';

export interface Customer {
  readonly id: CustomerId;
  readonly status: CustomerStatus;
  readonly language: Language;
  readonly factId: FactId;
  readonly restrictedAt: Instant | null;
  readonly createdAt: Instant;
  readonly confirmedAt: Instant | null;
}
