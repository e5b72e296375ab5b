import { describe, expect, it } from 'vitest';
import { IMPRINT } from '#app/cli/seed/content/imprint.ts';
import { NOTICES } from '#app/cli/seed/content/notices.ts';
import { PURPOSES } from '#app/cli/seed/content/purposes.ts';
import type { NoticeContent } from '#schema/company.ts';
import type { Language } from '#schema/language.ts';
import type { PurposeContent } from '#schema/purpose.ts';
import { readabilityOf } from '#tests/support/readability.ts';

function cardTexts(content: PurposeContent, language: Language): string[] {
  const { title, what, benefitCustomer, benefitCompany, onNo, legalNote, retention, recipients } = content;
  const texts = [title, what, benefitCustomer, benefitCompany, onNo, legalNote, retention];
  return [...texts, ...recipients.map(({ role }) => role)].map((text) => text[language] ?? '');
}

function noticeTexts({ short, sections }: NoticeContent): string[] {
  return [...short, ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])];
}

/** Rule 17 of respectful design: German Flesch (Amstad) at least 60, sentences of at most 20 words; English grade at most 8. */
function expectPlain(texts: readonly string[], language: Language): void {
  const { score, longestSentence } = readabilityOf(texts.join('\n'), language);
  if (language === 'de') expect(score).toBeGreaterThanOrEqual(60);
  else expect(score).toBeLessThanOrEqual(8);
  expect(longestSentence).toBeLessThanOrEqual(20);
}

const cards = Object.entries(PURPOSES).flatMap(([company, purposes]) =>
  purposes.flatMap(({ slug, versions }) =>
    versions.map(({ content }, index) => ({ name: `${company}/${slug}/${index + 1}`, content })),
  ),
);

describe.each(['de', 'en'] as const)('plain language in %s', (language) => {
  it.each(cards)('$name', ({ content }) => {
    expectPlain(cardTexts(content, language), language);
  });

  it.each(NOTICES)('privacy notice of $company', ({ contents }) => {
    expectPlain(noticeTexts(contents[language]), language);
    expectPlain(contents[language].short, language);
  });

  it('imprint', () => {
    const { short, sections } = IMPRINT[language];
    expectPlain([...short, ...(sections.at(-1)?.paragraphs ?? [])], language);
  });
});
