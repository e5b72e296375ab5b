import type { DisclosureId, RelationshipId, StaffId } from '#schema/ids.ts';
import type { DisclosureRecord, LedgerRecord } from '#schema/ledger.ts';
import { batchRoot, commitSubject } from '../ledger/disclosure-commitment.ts';
import type { LedgerEntry } from '../ledger/ledger-store.ts';
import type { ReportFault } from '../ledger/log-fault.ts';
import { createBreather } from '../shared/breather.ts';
import type { Core } from '../shared/core.ts';
import { type OpenedEntry, openBatchSalt } from '../vault/doors/open-evidence.ts';
import type { CommittedSubject, Disclosure } from './disclosure-store.ts';

const PEOPLE_AT_ONCE = 1_000;

/**
 * "Who looked" against the log: every entry of a look has its batch, every
 * batch its entry, their columns agree, and the rows of the people give the
 * root that was recorded. A row added, dropped or changed later shows.
 */
export class DisclosureCheck {
  readonly #core: Pick<Core, 'storage' | 'keys'>;
  readonly #report: ReportFault;
  readonly #pseudonyms = new Map<StaffId, string | undefined>();
  /** People exported so far, by run. */
  readonly #exported = new Map<string, number>();

  readonly #breathe = createBreather();

  constructor(core: Pick<Core, 'storage' | 'keys'>, report: ReportFault) {
    this.#core = core;
    this.#report = report;
  }

  /** @param entries those from `from` to `until`; `opened` what could be opened of them, in order */
  async take(
    from: number,
    until: number,
    entries: readonly LedgerEntry[],
    opened: readonly OpenedEntry[],
  ): Promise<void> {
    const { disclosure } = this.#core.storage.read;
    const batches = new Map((await disclosure.inLog(from, until)).map((batch) => [batch.ledgerIndex, batch]));
    const rows = await this.#rowsOf([...batches.values()]);
    const looks = new Set(entries.filter(({ kind }) => isLook(kind)).map(({ index }) => index));
    for (const { ledgerIndex, id } of batches.values()) {
      if (!looks.has(ledgerIndex))
        this.#report('disclosure-without-entry', `disclosure ${id}`, `entry ${ledgerIndex} is no look`);
    }
    for (const { entry, record } of opened) {
      const detail = isLookRecord(record)
        ? await this.#compare(entry, record, batches.get(entry.index), rows)
        : this.#compareTotal(record);
      if (detail) this.#report('disclosure-mismatch', `entry ${entry.index}`, detail);
    }
  }

  async #rowsOf(batches: readonly Disclosure[]): Promise<Map<DisclosureId, CommittedSubject[]>> {
    const rows = new Map<DisclosureId, CommittedSubject[]>(batches.map(({ id }) => [id, []]));
    const { disclosure } = this.#core.storage.read;
    for (const ids of inPortions(batches)) {
      for (const row of await disclosure.subjectsOfMany(ids)) rows.get(row.disclosureId)?.push(row);
      await this.#breathe();
    }
    return rows;
  }

  async #compare(
    entry: LedgerEntry,
    record: DisclosureRecord,
    batch: Disclosure | undefined,
    allRows: ReadonlyMap<DisclosureId, readonly CommittedSubject[]>,
  ): Promise<string | undefined> {
    if (!batch || batch.id !== record.batch) return 'its batch is not in the table';
    const differing = await this.#differingColumns(entry, record, batch);
    if (differing.length > 0) return `${differing.join(', ')} of its batch differ from the record`;
    const rows = allRows.get(batch.id) ?? [];
    if (record.kind === 'evidence-opened') return compareEvidence(entry.relationshipId, rows);
    if (record.how === 'export')
      this.#exported.set(batch.runId, (this.#exported.get(batch.runId) ?? 0) + record.count);
    return this.#compareRoot(record, batch, rows);
  }

  async #compareRoot(
    record: DisclosureRecord,
    batch: Disclosure,
    rows: readonly CommittedSubject[],
  ): Promise<string | undefined> {
    if (rows.length !== record.count) return `${record.count} people were recorded, ${rows.length} are there`;
    const salt = await openBatchSalt(this.#core, batch.id, batch.saltSealed).catch(() => undefined);
    if (!salt) return 'the salt of its batch does not open';
    const commitments: Buffer[] = [];
    for (const { subject, fields, commitment } of rows) {
      if (subject) commitments.push(commitSubject(salt, subject, { fields }));
      // Of a forgotten person only the commitment is left: a changed one does not give the root.
      else if (commitment) commitments.push(commitment);
      else return 'a row names a relationship that is not there';
      await this.#breathe();
    }
    return batchRoot(commitments).toString('hex') === record.root
      ? undefined
      : 'its rows do not give the recorded root';
  }

  async #differingColumns(
    entry: LedgerEntry,
    record: DisclosureRecord,
    batch: Disclosure,
  ): Promise<string[]> {
    const columns: [name: string, equal: boolean][] = [
      ['company', batch.companyId === record.company],
      ['staff', (await this.#pseudonym(batch.staffId)) === record.staff],
      ['role', batch.role === record.role],
      ['purpose', batch.purposeId === record.purpose],
      ['version', batch.version === record.version],
      ['way', batch.how === record.how],
      ['fields', JSON.stringify(batch.fields) === JSON.stringify(record.fields)],
      ['reason', batch.reason === record.reason],
      ['count', batch.count === record.count],
      ['instant', batch.at === entry.at],
    ];
    return columns.flatMap(([name, equal]) => (equal ? [] : [name]));
  }

  #compareTotal(record: LedgerRecord): string | undefined {
    if (record.kind !== 'disclosure-closed') return undefined;
    const sum = this.#exported.get(record.batch) ?? 0;
    this.#exported.delete(record.batch);
    return sum === record.count ? undefined : `closes ${record.count} people, its batches hold ${sum}`;
  }

  async #pseudonym(id: StaffId): Promise<string | undefined> {
    if (!this.#pseudonyms.has(id))
      this.#pseudonyms.set(id, (await this.#core.storage.read.staff.find(id))?.pseudonym);
    return this.#pseudonyms.get(id);
  }
}

/** So many batches at a time that one read holds nobody up. */
function inPortions(batches: readonly Disclosure[]): DisclosureId[][] {
  const portions: DisclosureId[][] = [];
  let people = Number.POSITIVE_INFINITY;
  for (const { id, count } of batches) {
    people += count;
    if (people > PEOPLE_AT_ONCE) {
      portions.push([]);
      people = count;
    }
    portions.at(-1)?.push(id);
  }
  return portions;
}

function compareEvidence(
  relationshipId: RelationshipId | null,
  rows: readonly CommittedSubject[],
): string | undefined {
  const expected = relationshipId === null ? [] : [relationshipId];
  const same = rows.length === expected.length && rows.every((row) => expected.includes(row.relationshipId));
  return same ? undefined : 'its row does not name the person whose evidence was opened';
}

function isLook(kind: LedgerRecord['kind']): boolean {
  return kind === 'disclosed' || kind === 'evidence-opened';
}

function isLookRecord(record: LedgerRecord): record is DisclosureRecord {
  return isLook(record.kind);
}
