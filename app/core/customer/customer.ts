import type { CustomerId, FactId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';

/** Unconfirmed until the address is proved; such accounts permit nothing and are deleted when the proof expires. */
export type CustomerStatus = 'unconfirmed' | 'active' | 'left';

/** What the customer said; null: never asked. Never a birth date. */
export interface AgeAnswers {
  /** 16 or older: asked by companies in Germany. */
  readonly sixteen: boolean | null;
  /** 14 or older: asked by companies in Austria. */
  readonly fourteen: boolean | null;
  readonly answeredAt: Instant | null;
}

export const AGE_NOT_ASKED: AgeAnswers = { sixteen: null, fourteen: null, answeredAt: null };

export interface Customer {
  readonly id: CustomerId;
  readonly status: CustomerStatus;
  readonly language: Language;
  readonly factId: FactId;
  readonly age: AgeAnswers;
  readonly restrictedAt: Instant | null;
  readonly createdAt: Instant;
  readonly confirmedAt: Instant | null;
}
