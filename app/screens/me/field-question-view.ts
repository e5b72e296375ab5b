import type { Message } from '#app/i18n/message.ts';
import type { CompanyFieldId } from '#schema/field.ts';
import type { LocalizedText } from '#schema/language.ts';

/** One field of a company's own, as it asks for it. */
export interface FieldQuestionView {
  readonly field: CompanyFieldId;
  readonly reason: LocalizedText;
  readonly benefit: LocalizedText;
  /** Purposes for which the company would see the answer at once, because they were permitted with this field. */
  readonly seenFor: readonly LocalizedText[];
}

export interface SentFieldQuestion {
  readonly value: string | readonly string[];
  readonly message: Message;
}

export const FIELD_QUESTION_DONE = ['answered', 'skipped'] as const;
export type FieldQuestionDone = (typeof FIELD_QUESTION_DONE)[number];

export const fieldQuestionPath = (company: string, field: CompanyFieldId): string =>
  `/me/companies/${company}/detail/${field}`;
