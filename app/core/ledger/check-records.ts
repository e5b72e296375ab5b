import type { CompanyId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerRecord } from '#schema/ledger.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { createBreather } from '../shared/breather.ts';
import type { Core } from '../shared/core.ts';
import { inspectEntries, type OpenedEntry } from '../vault/doors/open-evidence.ts';
import { evidenceKeyId, PORTAL_KEY_ID } from '../vault/places.ts';
import { emptyFold, type FoldedRelationship, foldRecord, isConsentRecord } from './fold-log.ts';
import type { JsonRecord } from './jcs.ts';
import { leafEntry } from './leaf.ts';
import type { LedgerEntry } from './ledger-store.ts';
import type { ReportFault } from './log-fault.ts';
import type { PurposeLookup } from './purpose-lookup.ts';

/**
 * The records behind the entries, batch by batch in order: each opens under
 * its own key at its own place, gives the public bytes again, says what the
 * columns in clear say, and follows the one before it in its relationship's
 * chain. What the chains lead to is kept in `folds`.
 */
export class RecordCheck {
  readonly folds = new Map<RelationshipId, FoldedRelationship>();
  /** Opened and compared. */
  opened = 0;
  /** Of erased people: the key is gone and with it the way back to anybody. */
  erased = 0;
  readonly #core: Pick<Core, 'storage' | 'keys'>;
  readonly #purposes: PurposeLookup;
  readonly #report: ReportFault;
  readonly #breathe = createBreather();
  #lastAt = '' as Instant;

  constructor(core: Pick<Core, 'storage' | 'keys'>, purposes: PurposeLookup, report: ReportFault) {
    this.#core = core;
    this.#purposes = purposes;
    this.#report = report;
  }

  async take(entries: readonly LedgerEntry[]): Promise<OpenedEntry[]> {
    const ids = entries.flatMap(({ relationshipId }) => relationshipId ?? []);
    const found = await this.#core.storage.read.relationship.findMany([...new Set(ids)]);
    const relationships = new Map(found.map((relationship) => [relationship.id, relationship]));
    const opened: OpenedEntry[] = [];
    for (const { entry, found } of await inspectEntries(this.#core, entries)) {
      if (entry.at < this.#lastAt)
        this.#report('time-backwards', `entry ${entry.index}`, 'is older than the entry before it');
      this.#lastAt = entry.at;
      if (found === 'no-key') this.#missKey(entry);
      else if (found === 'unreadable')
        this.#report('record-unreadable', `entry ${entry.index}`, 'does not open under its key at its place');
      else {
        await this.#check(found, relationships);
        opened.push(found);
      }
      await this.#breathe();
    }
    return opened;
  }

  #missKey({ index, keyId, relationshipId }: LedgerEntry): void {
    if (relationshipId === null && keyId !== PORTAL_KEY_ID) this.erased += 1;
    else this.#report('record-unreadable', `entry ${index}`, 'has lost its key, though nobody was erased');
  }

  async #check(
    { entry, salt, record }: OpenedEntry,
    relationships: ReadonlyMap<RelationshipId, Relationship>,
  ): Promise<void> {
    const at = `entry ${entry.index}`;
    this.opened += 1;
    if (!leafEntry(salt, record as unknown as JsonRecord).equals(entry.entry))
      this.#report('record-mismatch', at, 'its record and salt do not give the public bytes');
    const relationship = entry.relationshipId ? relationships.get(entry.relationshipId) : undefined;
    const differing = [
      ...differingColumns(entry, record, relationship),
      ...(await this.#purposes.differingColumns(entry, record)),
    ];
    if (differing.length > 0)
      this.#report('index-columns-mismatch', at, `${differing.join(', ')} in clear differ from the record`);
    if (!entry.relationshipId) return;
    const fold = this.folds.get(entry.relationshipId) ?? emptyFold();
    if (record.seq !== fold.seq + 1 || record.prev !== fold.leaf)
      this.#report('chain-broken', at, `does not follow entry ${fold.seq} of its relationship`);
    foldRecord(fold, record, entry.index, entry.leaf.toString('hex'));
    this.folds.set(entry.relationshipId, fold);
  }
}

function differingColumns(
  entry: LedgerEntry,
  record: LedgerRecord,
  relationship: Relationship | undefined,
): string[] {
  const channels = isConsentRecord(record) ? record.standing.channels : [];
  const keyId = entry.relationshipId ? evidenceKeyId(entry.relationshipId) : PORTAL_KEY_ID;
  const columns: [name: string, equal: boolean][] = [
    ['kind', record.kind === entry.kind],
    ['instant', record.at === entry.at],
    ['company', record.company === entry.companyId && ownCompany(relationship, entry.companyId)],
    ['relationship', record.subject === (relationship?.subject ?? null)],
    ['method', ('method' in record ? record.method : null) === entry.method],
    ['channel', (channels.length === 1 ? channels[0] : null) === entry.channel],
    ['key', keyId === entry.keyId],
  ];
  return columns.flatMap(([name, equal]) => (equal ? [] : [name]));
}

function ownCompany(relationship: Relationship | undefined, companyId: CompanyId | null): boolean {
  return relationship === undefined || relationship.companyId === companyId;
}
