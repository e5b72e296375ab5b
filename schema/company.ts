import * as z from 'zod';
import { Language, LocalizedText } from './language.ts';

export const Jurisdiction = z.enum(['de', 'at', 'ch']);
export type Jurisdiction = z.infer<typeof Jurisdiction>;

/** Who is responsible, as GDPR Art. 13(1)(a)-(b) asks: shown with every purpose. */
export const CompanyProfile = z
  .object({
    name: z.string().min(1).max(80),
    legalName: z.string().min(1),
    address: z.string().min(1),
    email: z.email(),
    phone: z.string(),
    represented: z.string(),
    register: z.string(),
    officer: z.object({ name: z.string(), email: z.email() }).strict(),
    authority: z.object({ name: z.string(), url: z.url() }).strict(),
    jurisdiction: Jurisdiction,
    languages: z.array(Language).min(1),
    about: LocalizedText,
    /** Brand colour as oklch hue in degrees, 0-359; lightness and chroma are ours, so that contrast holds. */
    hue: z.number().int().min(0).max(359),
  })
  .strict();
export type CompanyProfile = z.infer<typeof CompanyProfile>;

/** A privacy notice: versioned, short form on top. */
export const NoticeContent = z
  .object({
    language: Language,
    title: z.string(),
    short: z.array(z.string()).min(1),
    sections: z
      .array(z.object({ heading: z.string(), paragraphs: z.array(z.string()).min(1) }).strict())
      .min(1),
  })
  .strict();
export type NoticeContent = z.infer<typeof NoticeContent>;
