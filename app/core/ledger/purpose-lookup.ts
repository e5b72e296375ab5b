import type { PurposeId, PurposeVersionId } from '#schema/ids.ts';
import type { LedgerRecord } from '#schema/ledger.ts';
import type { Purpose, PurposeVersion } from '../purpose/purpose.ts';
import type { PurposeReader } from '../purpose/purpose-store.ts';
import type { LedgerEntry } from './ledger-store.ts';

/** Purposes and their versions, each read once: few, and named by nearly every entry. */
export class PurposeLookup {
  readonly #read: PurposeReader;
  readonly #purposes = new Map<PurposeId, Purpose | undefined>();
  readonly #versions = new Map<PurposeVersionId, PurposeVersion | undefined>();
  readonly #texts = new Map<string, PurposeVersionId | undefined>();

  constructor(read: PurposeReader) {
    this.#read = read;
  }

  async purpose(id: PurposeId): Promise<Purpose | undefined> {
    if (!this.#purposes.has(id)) this.#purposes.set(id, await this.#read.find(id));
    return this.#purposes.get(id);
  }

  async version(id: PurposeVersionId): Promise<PurposeVersion | undefined> {
    if (!this.#versions.has(id)) this.#versions.set(id, await this.#read.version(id));
    return this.#versions.get(id);
  }

  /** The columns that name purpose and version, and the text that the customer was shown. */
  async differingColumns(entry: LedgerEntry, record: LedgerRecord): Promise<string[]> {
    const purpose = entry.purposeId && (await this.purpose(entry.purposeId));
    const version = entry.versionId && (await this.version(entry.versionId));
    if (record.kind === 'purpose-released') {
      const named = purpose && version && record.facts.purpose === purpose.slug;
      const right = named && record.facts.version === String(version.version);
      return right && version.purposeId === purpose.id ? [] : ['purpose'];
    }
    const named = 'purpose' in record ? record.purpose : null;
    const number = 'version' in record ? record.version : null;
    const versionFits = version ? version.version === number && version.purposeId === named : number === null;
    return [
      ...(entry.purposeId === named && Boolean(purpose) === Boolean(named) ? [] : ['purpose']),
      ...(versionFits ? [] : ['version']),
      ...('textHash' in record && !(await this.#knowsText(record.textHash, named)) ? ['text'] : []),
    ];
  }

  async #knowsText(hash: string | null, purposeId: string | null): Promise<boolean> {
    if (hash === null) return true;
    if (!this.#texts.has(hash)) this.#texts.set(hash, (await this.#read.cardByHash(hash))?.versionId);
    const versionId = this.#texts.get(hash);
    return versionId !== undefined && (await this.version(versionId))?.purposeId === purposeId;
  }
}
