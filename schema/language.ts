import * as z from 'zod';

export const Language = z.enum(['de', 'en']);
export type Language = z.infer<typeof Language>;

/** A text in each language its author wrote; `de` or `en` is always there. */
export const LocalizedText = z
  .object({ de: z.string().min(1).optional(), en: z.string().min(1).optional() })
  .strict()
  .refine((texts) => texts.de !== undefined || texts.en !== undefined, 'a text needs at least one language');
export type LocalizedText = z.infer<typeof LocalizedText>;

/** The text in `language`, else in the first language that has one. */
export function textIn(texts: LocalizedText, language: Language): string {
  return texts[language] ?? texts.de ?? texts.en ?? '';
}
