import type { Message } from '#app/i18n/message.ts';
import type { DisclosureKind } from '#schema/disclosure.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { InteractionKind } from '#schema/interaction.ts';
import type { LocalizedText } from '#schema/language.ts';
import type { StaffRole } from '#schema/staff.ts';
import type { DialogueSide, ThreadConcern, ThreadState } from '#schema/thread.ts';

/** A conversation in a list. */
export interface ThreadLine {
  readonly id: string;
  readonly title: string;
  readonly concern: ThreadConcern;
  readonly startedBy: DialogueSide;
  readonly state: ThreadState;
  /** `YYYY-MM-DD` */
  readonly wishedBy: string | null;
  readonly dueAt: Instant | null;
  /** Since when the company's answer is waited for; null: it is not. */
  readonly waitsSince: Instant | null;
  /** The other side has written, and this reader's side has not opened it since. */
  readonly isNew: boolean;
  readonly overdue: boolean;
  readonly officerSince: Instant | null;
  readonly createdAt: Instant;
  readonly lastAt: Instant;
}

export interface SaidView {
  readonly id: string;
  readonly by: DialogueSide;
  /** Of whoever wrote for the company. */
  readonly role: StaffRole | null;
  readonly sign: string | null;
  /** The name instead, for colleagues alone: never set on a page of the customer or the privacy team. */
  readonly colleague?: string | undefined;
  readonly at: Instant;
  readonly text: string;
  readonly pictures: readonly { readonly href: string; readonly width: number; readonly height: number }[];
}

export type QuoteView =
  | {
      readonly kind: 'look';
      readonly at: Instant;
      readonly how: DisclosureKind;
      readonly role: StaffRole;
      readonly fields: readonly FieldId[];
      readonly purpose: LocalizedText | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'entry';
      readonly entry: InteractionKind;
      /** `YYYY-MM-DD` */
      readonly happenedOn: string;
      readonly text: string;
    };

/** A conversation with all that stands in it. */
export interface ThreadView extends ThreadLine {
  readonly companyName: string;
  /** What allowed the company to write first. */
  readonly purpose: LocalizedText | null;
  readonly quote: QuoteView | null;
  readonly messages: readonly SaidView[];
}

/** A form that came back: what was wrong beside which field, and what was typed. */
export interface SentForm<Field extends string> {
  readonly errors: Readonly<Partial<Record<Field, Message>>>;
  readonly typed: Readonly<Partial<Record<Field, string>>>;
}

export const PICTURE_KINDS = 'image/jpeg,image/png,image/webp';
