import { describe, expect, it } from 'vitest';
import { IMPRINT } from '#app/cli/seed/content/imprint.ts';
import { NOTICES } from '#app/cli/seed/content/notices.ts';
import { PURPOSES } from '#app/cli/seed/content/purposes.ts';
import type { NoticeContent } from '#schema/company.ts';
import type { Language } from '#schema/language.ts';
import type { PurposeContent } from '#schema/purpose.ts';
import { readabilityOf, sentencesOf, syllablesOf } from './readability.ts';

describe('the measure', () => {
  it.each([
    ['de', 'Aktion', 3],
    ['de', 'zurücknehmen', 4],
    ['de', 'neue', 2],
    ['de', 'quer', 1],
    ['de', 'Häuser', 2],
    ['de', 'E-Mail', 2],
    ['de', '174', 3],
    ['en', 'take', 1],
    ['en', 'tables', 2],
    ['en', 'places', 2],
    ['en', 'asked', 1],
    ['en', 'ended', 2],
    ['en', 'people', 2],
    ['en', 'energy', 3],
    ['en', 'electricity', 5],
  ] as const)('%s "%s" has %i syllables', (language, word, count) => {
    expect(syllablesOf(word, language)).toBe(count);
  });

  it('does not take an abbreviation for the end of a sentence', () => {
    expect(sentencesOf('Nur mit Ihrem Ja (Art. 6 Abs. 1 lit. a DSGVO). Es gilt in St. Gallen.')).toHaveLength(
      2,
    );
  });

  it('tells hard from easy', () => {
    const hard =
      'Die Datenschutzgrundverordnung gewährleistet Betroffenen umfassende Auskunftsansprüche gegenüber Verantwortlichen.';
    expect(readabilityOf([hard], 'de').score).toBeLessThan(20);
    expect(readabilityOf(['Sie sagen ja oder nein. Wir tun nur das.'], 'de').score).toBeGreaterThan(80);
    const legal =
      'Notwithstanding contractual obligations, organisational representatives continuously facilitate supplementary authorisation.';
    expect(readabilityOf([legal], 'en').score).toBeGreaterThan(15);
    expect(readabilityOf(['You say yes or no. We do only that.'], 'en').score).toBeLessThan(3);
  });
});

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
  const { score, longestSentence } = readabilityOf(texts, language);
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
