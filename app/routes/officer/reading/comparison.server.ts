import { notFound } from '#app/auth/require.ts';
import { compareWords } from '#app/core/purpose/compare-words.ts';
import type { PurposeVersion } from '#app/core/purpose/purpose.ts';
import { type PurposeCardText, parseCard } from '#app/core/purpose/purpose-card.ts';
import { readabilityOf } from '#app/core/purpose/readability.ts';
import type { ComparedCard, ComparedSide, ComparisonView } from '#app/screens/officer/comparison.tsx';
import { TEXT_PARTS, textOfPart } from '#app/screens/officer/text-parts.ts';
import type { Language } from '#schema/language.ts';
import type { OfficerVisit } from './visit.server.ts';

/**
 * The newest version beside the one before it.
 *
 * @throws Response 404, the same for a purpose of another company
 */
export async function readComparison(
  { core, company, at }: OfficerVisit,
  slug: string,
): Promise<ComparisonView> {
  const { purpose: store } = core.storage.read;
  const purpose = await store.findBySlug(company.id, slug);
  const versions = purpose ? await store.versions(purpose.id) : [];
  const [after, before] = [versions.at(-1), versions.at(-2)];
  if (!after) throw notFound();
  const texts = async (version: PurposeVersion | undefined) =>
    new Map(
      version ? (await store.cards(version.id)).map(({ language, card }) => [language, parseCard(card)]) : [],
    );
  const [old, now] = [await texts(before), await texts(after)];
  const languages = [...new Set([...old.keys(), ...now.keys()])].sort();
  return {
    at,
    companyName: company.profile.name,
    title: after.content.title,
    from: before?.version ?? null,
    to: after.version,
    cards: before ? languages.map((one) => comparedCard(one, old.get(one), now.get(one))) : [],
  };
}

function comparedCard(
  language: Language,
  before: PurposeCardText | undefined,
  after: PurposeCardText | undefined,
): ComparedCard {
  const text = (card: PurposeCardText | undefined, part: (typeof TEXT_PARTS)[number]) =>
    card ? textOfPart(card, part) : '';
  return {
    language,
    before: sideOf(before),
    after: sideOf(after),
    parts: TEXT_PARTS.map((part) => ({ part, runs: compareWords(text(before, part), text(after, part)) })),
  };
}

function sideOf(card: PurposeCardText | undefined): ComparedSide | null {
  return card ? { card, readability: readabilityOf(card) } : null;
}
