import type { PurposeId, PurposeVersionId } from '#schema/ids.ts';
import { type Language, textIn } from '#schema/language.ts';
import type { ExportedEntry } from '#schema/own-export.ts';
import type { LedgerEntry, LedgerReader, StoredCheckpoint } from '../ledger/ledger-store.ts';
import { foldProof, inclusionProofNodes } from '../ledger/merkle-proof.ts';
import type { PurposeReader } from '../purpose/purpose-store.ts';
import { createBreather } from '../shared/breather.ts';
import type { Core } from '../shared/core.ts';
import { openEntries } from '../vault/doors/open-evidence.ts';
import { type Companies, nameOf, slugOf } from './company-names.ts';

export interface EntryContext {
  /** All proofs lead to the same signed head; what came after it has none yet. */
  readonly head: StoredCheckpoint | undefined;
  readonly log: ExportedEntry['log'];
  readonly companies: Companies;
  /** The customer's: titles are told in it. */
  readonly language: Language;
}

/** Few enough to be read, opened and proved between two breaths. */
const PAGE = 50;

/** Entries in the log's order, a page in memory at a time. Those whose key was destroyed are left out. */
export async function* ownEntries(
  core: Pick<Core, 'storage' | 'keys'>,
  { head, log, companies, language }: EntryContext,
  indices: readonly number[],
  proved: boolean,
): AsyncGenerator<ExportedEntry> {
  const { ledger, purpose } = core.storage.read;
  const names = createNames(purpose, language);
  const breathe = createBreather();
  for (let from = 0; from < indices.length; from += PAGE) {
    const stored = await ledger.entriesAt(indices.slice(from, from + PAGE));
    const proofs = proved && head ? await proofsOf(ledger, head.size, stored) : undefined;
    for (const { entry, salt, record } of await openEntries(core, stored)) {
      const { index, at, kind, companyId, purposeId, versionId, method } = entry;
      const hashes = proofs?.get(index);
      yield {
        format: 'driverseat/entry/v1',
        log,
        index,
        at,
        kind,
        company: companyId && { slug: slugOf(companies, companyId), name: nameOf(companies, companyId) },
        purpose: purposeId && (await names.purpose(purposeId, versionId)),
        method,
        textHash: 'textHash' in record ? record.textHash : null,
        record,
        proof: {
          salt: salt.toString('base64'),
          leafHash: entry.leaf.toString('base64'),
          treeSize: hashes && head ? head.size : null,
          hashes: hashes ?? [],
        },
      };
      await breathe();
    }
  }
}

/** All nodes of a page's proofs in one read, each proof from its own nodes. */
async function proofsOf(
  ledger: LedgerReader,
  size: number,
  entries: readonly LedgerEntry[],
): Promise<Map<number, string[]>> {
  const covered = entries.filter(({ index }) => index < size);
  const proofs = covered.map(({ index }) => ({ index, parts: inclusionProofNodes(index, size) }));
  const refs = new Map(
    proofs.flatMap(({ parts }) => parts.flat()).map((ref) => [`${ref.level}/${ref.index}`, ref]),
  );
  const read = await ledger.nodes([...refs.values()]);
  const nodes = new Map(read.map((node) => [`${node.level}/${node.index}`, node]));
  return new Map(
    proofs.map(({ index, parts }) => {
      const own = parts.flat().flatMap((ref) => nodes.get(`${ref.level}/${ref.index}`) ?? []);
      return [index, foldProof(parts, own).map((hash) => hash.toString('base64'))];
    }),
  );
}

/** Purposes and their versions, each read once. */
function createNames(purposes: PurposeReader, language: Language) {
  const known = new Map<string, ExportedEntry['purpose']>();
  return {
    purpose: async (id: PurposeId, versionId: PurposeVersionId | null): Promise<ExportedEntry['purpose']> => {
      const key = `${id}/${versionId ?? ''}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const purpose = await purposes.find(id);
      const version = versionId ? await purposes.version(versionId) : undefined;
      const title = version ? textIn(version.content.title, language) : '';
      const named = purpose ? { slug: purpose.slug, title, version: version?.version ?? null } : null;
      known.set(key, named);
      return named;
    },
  };
}
