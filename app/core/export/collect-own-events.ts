import type { CompanyId, PurposeId, PurposeVersionId } from '#schema/ids.ts';
import type { OwnExport } from '#schema/own-export.ts';
import type { Company } from '../company/company.ts';
import type { LedgerReader, StoredCheckpoint } from '../ledger/ledger-store.ts';
import { inclusionProof } from '../ledger/merkle-proof.ts';
import { readNodesOf } from '../ledger/sign-head.ts';
import { parseCard } from '../purpose/purpose-card.ts';
import type { PurposeReader } from '../purpose/purpose-store.ts';
import type { Relationship } from '../relationship/relationship.ts';
import type { Core } from '../shared/core.ts';
import { type OpenedEntry, openEntries } from '../vault/doors/open-evidence.ts';

export type Companies = ReadonlyMap<CompanyId, Company>;

export const slugOf = (companies: Companies, id: CompanyId): string => companies.get(id)?.slug ?? id;

type OwnEvents = Pick<OwnExport, 'events' | 'texts' | 'checkpoint'>;

/** Every entry of the customer's relationships in the log's order, each with its proof, and the texts they point to. */
export async function collectOwnEvents(
  core: Pick<Core, 'storage' | 'keys'>,
  relationships: readonly Relationship[],
  companies: Companies,
): Promise<OwnEvents> {
  const { ledger, purpose } = core.storage.read;
  const head = await ledger.latestCheckpoint();
  const opened: OpenedEntry[] = [];
  for (const { id } of relationships)
    opened.push(...(await openEntries(core, await ledger.ofRelationship(id))));
  opened.sort((a, b) => a.entry.index - b.entry.index);
  const names = createNames(purpose);
  const events: OwnExport['events'] = [];
  const hashes = new Set<string>();
  for (const { entry, salt, record } of opened) {
    const textHash = 'textHash' in record ? record.textHash : null;
    if (textHash) hashes.add(textHash);
    events.push({
      index: entry.index,
      at: entry.at,
      kind: entry.kind,
      company: entry.companyId && slugOf(companies, entry.companyId),
      purpose: entry.purposeId && (await names.slug(entry.purposeId)),
      version: entry.versionId && (await names.version(entry.versionId)),
      method: entry.method,
      textHash,
      record,
      proof: {
        salt: salt.toString('base64'),
        leafHash: entry.leaf.toString('base64'),
        ...(await proofIn(ledger, head, entry.index)),
      },
    });
  }
  return { events, texts: await collectTexts(core, hashes, companies), checkpoint: head?.note ?? null };
}

/** All proofs lead to the same signed head; what came after it has none yet. */
async function proofIn(ledger: LedgerReader, head: StoredCheckpoint | undefined, index: number) {
  if (!head || index >= head.size) return { treeSize: null, hashes: [] };
  const hashes = await inclusionProof(index, head.size, readNodesOf(ledger));
  return { treeSize: head.size, hashes: hashes.map((hash) => hash.toString('base64')) };
}

/** Slugs and version numbers, each read once. */
function createNames(purposes: PurposeReader) {
  const slugs = new Map<PurposeId, string | null>();
  const versions = new Map<PurposeVersionId, number | null>();
  return {
    slug: async (id: PurposeId): Promise<string | null> => {
      const known = slugs.get(id) ?? (await purposes.find(id))?.slug ?? null;
      slugs.set(id, known);
      return known;
    },
    version: async (id: PurposeVersionId): Promise<number | null> => {
      const known = versions.get(id) ?? (await purposes.version(id))?.version ?? null;
      versions.set(id, known);
      return known;
    },
  };
}

async function collectTexts(
  { storage: { read } }: Pick<Core, 'storage'>,
  hashes: ReadonlySet<string>,
  companies: Companies,
): Promise<OwnExport['texts']> {
  const texts: OwnExport['texts'] = [];
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
