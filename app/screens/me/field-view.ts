import type { Message } from '#app/i18n/message.ts';
import type { EarlierValue, FieldGroup, FieldId, FieldSource, FieldValue } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { LocalizedText } from '#schema/language.ts';
import type { CompanyName } from './view.ts';

/** One purpose for which a company may use a field. */
export interface FieldUse {
  readonly purpose: string;
  readonly title: LocalizedText;
  /** Since when; null: from the beginning. */
  readonly since: Instant | null;
  /** False: permitted, but silent now (a pause, a restriction). */
  readonly now: boolean;
  /** The purpose cannot do without it: hiding ends the purpose. */
  readonly needed: boolean;
  /** A way leads to this field alone: hiding closes it. */
  readonly closes: boolean;
}

export interface FieldSeer {
  readonly company: CompanyName;
  readonly uses: readonly FieldUse[];
  /** When this company last read the field. */
  readonly lastLook: Instant | null;
}

/** What hiding did, one line an event. */
export interface HiddenLine {
  readonly purpose: string;
  readonly title: LocalizedText;
  readonly index: number;
  readonly ended: boolean;
}

export const FIELD_DONE = ['saved', 'removed', 'confirmed', 'forgotten', 'reminder', 'hidden'] as const;
export type FieldDone = (typeof FIELD_DONE)[number];

export interface FieldView {
  readonly field: FieldId;
  readonly group: FieldGroup;
  /** The company that defined it; null: of the catalogue. */
  readonly definedBy: CompanyName | null;
  readonly value: FieldValue | null;
  readonly at: Instant | null;
  readonly source: FieldSource | null;
  readonly verifiedAt: Instant | null;
  readonly confirmedAt: Instant | null;
  /** The year is over: the value is asked about. */
  readonly due: boolean;
  readonly reminder: { readonly wanted: boolean; readonly at: Instant | null; readonly allOff: boolean };
  /** For a derived field: the ones it comes from. Such a field is never entered. */
  readonly from: readonly FieldId[];
  /** What is derived from this one. */
  readonly gives: readonly FieldId[];
  readonly history: readonly EarlierValue[];
  readonly seers: readonly FieldSeer[];
  readonly done: FieldDone | null;
  readonly hidden: { readonly company: CompanyName; readonly lines: readonly HiddenLine[] } | null;
  readonly intentId: string;
}

export interface SentField {
  readonly value: string | readonly string[];
  readonly message: Message;
}

export const fieldPath = (field: FieldId): string => `/me/profile/field/${field}`;
export const hidePath = (field: FieldId, company: string): string => `${fieldPath(field)}/hide/${company}`;
