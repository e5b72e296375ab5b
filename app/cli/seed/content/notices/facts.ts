import type { Language } from '#schema/language.ts';

/** What differs between the privacy notices of the companies, in one language. */
export interface NoticeFacts {
  /** "beim Kauf, in der Werkstatt und im Newsletter": where data is used, after "Wir brauchen Daten". */
  readonly occasions: string;
  /** One sentence each: who works for the company or receives data. */
  readonly recipients: readonly string[];
  /** One sentence each: what is stored where. */
  readonly storage: readonly string[];
  /** One sentence each. */
  readonly retention: readonly string[];
  /** What a program decides or proposes, or that none does. */
  readonly profiling: readonly string[];
}

export type LocalizedFacts = Readonly<Record<Language, NoticeFacts>>;
