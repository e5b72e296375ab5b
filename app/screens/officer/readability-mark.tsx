import type { Readability } from '#app/core/purpose/readability.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { Language } from '#schema/language.ts';

/** The measure of the language, and whether it is plain. */
export function ReadabilityMark({
  language,
  readability: { score, plain, longestSentence },
}: {
  readonly language: Language;
  readonly readability: Readability;
}) {
  const { t } = useI18n();
  const values = { score: Math.round(score), words: longestSentence };
  if (language === 'de')
    return <>{t(plain ? 'officer.purposes.plainDe' : 'officer.purposes.hardDe', values)}</>;
  return <>{t(plain ? 'officer.purposes.plainEn' : 'officer.purposes.hardEn', values)}</>;
}
