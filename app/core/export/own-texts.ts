import type { ExportedText } from '#schema/own-export.ts';
import { parseCard } from '../purpose/purpose-card.ts';
import type { Core } from '../shared/core.ts';
import { type Companies, slugOf } from './company-names.ts';

/** The texts that decisions point to, byte for byte as they were hashed. */
export async function collectTexts(
  { storage: { read } }: Pick<Core, 'storage'>,
  hashes: ReadonlySet<string>,
  companies: Companies,
): Promise<ExportedText[]> {
  const texts: ExportedText[] = [];
  for (const textHash of hashes) {
    const card = await read.purpose.cardByHash(textHash);
    const version = card && (await read.purpose.version(card.versionId));
    const purpose = version && (await read.purpose.find(version.purposeId));
    if (!card || !version || !purpose) continue;
    texts.push({
      textHash,
      company: slugOf(companies, purpose.companyId),
      purpose: parseCard(card.card).purpose,
      version: version.version,
      language: card.language,
      releasedAt: version.releasedAt,
      card: card.card,
    });
  }
  return texts;
}
