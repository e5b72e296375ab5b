import type { Message } from '#app/i18n/message.ts';
import type { CompanyFieldContent } from '#schema/company-field.ts';
import type { CompanyFieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language, LocalizedText } from '#schema/language.ts';

export interface OwnField {
  readonly id: CompanyFieldId;
  readonly content: CompanyFieldContent;
  /** As the reader may call them: colleagues by name, the privacy team by pseudonym. */
  readonly by: string;
  readonly createdAt: Instant;
  readonly releasedBy: string | null;
  /** By whoever looks. */
  readonly releasedByReader: boolean;
  readonly releasedAt: Instant | null;
  readonly retiredAt: Instant | null;
  /** Titles of purposes that ask for it now. */
  readonly usedBy: readonly LocalizedText[];
  readonly mayRelease: boolean;
  /** Written by whoever looks: somebody else has to release it. */
  readonly own: boolean;
}

export const FIELDS_DONE = ['proposed', 'released', 'retired', 'discarded'] as const;
export type FieldsDone = (typeof FIELDS_DONE)[number];

export interface FieldsView {
  readonly fields: readonly OwnField[];
  readonly done: FieldsDone | null;
  readonly intentId: string;
}

export interface FieldForm {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly id: string; readonly message: Message }[];
}

export interface FieldFormView {
  readonly languages: readonly Language[];
  readonly intentId: string;
}
