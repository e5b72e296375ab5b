import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import type { Message } from '#app/i18n/message.ts';
import type { AgeLimit } from '#schema/age.ts';
import type { CatalogueField } from '#schema/field.ts';
import type { PurposeVersionId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

/** A purpose as its frozen card says it, in the reader's language or in the one it exists in. */
export interface ShownPurpose {
  readonly slug: string;
  readonly versionId: PurposeVersionId;
  readonly card: PurposeCardText;
  readonly releasedAt: Instant;
}

export interface JoinView {
  readonly company: {
    readonly slug: string;
    readonly name: string;
    readonly legalName: string;
    readonly address: string;
    readonly about: string;
  };
  /** Purposes that a yes or no decides. */
  readonly asked: readonly ShownPurpose[];
  /** Purposes that run without a yes: told, not asked. */
  readonly told: readonly ShownPurpose[];
  /** What there may be to type, each once however many purposes use it. */
  readonly inputs: readonly CatalogueField[];
  /** From which age somebody may say yes here; null: no one is asked. */
  readonly ageLimit: AgeLimit | null;
  /** The browser sends Sec-GPC: 1. */
  readonly gpc: boolean;
  /** Where a signed-in customer decides without a mail. */
  readonly signedInHref: string | null;
  /** Whoever is signed in is connected already: nothing is left to join. */
  readonly connected: boolean;
}

export interface SentAnswer {
  readonly answer: 'yes' | 'no' | 'open' | null;
  readonly fields: readonly string[];
  readonly channels: readonly string[];
}

/** A form that came back: everything as it was typed, and what to mend. */
export interface SentJoin {
  readonly email: string;
  /** To "old enough?". */
  readonly oldEnough: boolean | null;
  readonly answers: Readonly<Record<string, SentAnswer>>;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: readonly { readonly id: string; readonly message: Message }[];
}

/** Names of the form's fields, here once for the page and for reading it. */
export const answerName = (purpose: string): string => `answer-${purpose}`;
export const versionName = (purpose: string): string => `version-${purpose}`;
export const languageName = (purpose: string): string => `language-${purpose}`;
export const fieldName = (purpose: string): string => `field-${purpose}`;
export const channelName = (purpose: string): string => `channel-${purpose}`;

export const joinPath = (company: string): string => `/join/${company}`;
