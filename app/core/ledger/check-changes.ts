import type { CompanyId } from '#schema/ids.ts';
import type { CompanyChange, LedgerEntry, LedgerReader } from './ledger-store.ts';
import type { ReportFault } from './log-fault.ts';

const PAGE = 500;

/**
 * The companies' sequences of changes, batch by batch in order: no number is
 * left out, each change is an entry, each entry of a relationship a change. A
 * company that follows its sequence hears of every withdrawal.
 */
export class ChangesCheck {
  readonly #ledger: Pick<LedgerReader, 'changes'>;
  readonly #report: ReportFault;
  readonly #ahead = new Map<CompanyId, { next: number; changes: CompanyChange[] }>();

  constructor(ledger: Pick<LedgerReader, 'changes'>, report: ReportFault) {
    this.#ledger = ledger;
    this.#report = report;
  }

  async take(entries: readonly LedgerEntry[]): Promise<void> {
    for (const entry of entries) {
      if (!entry.companyId) continue;
      let change = await this.#peek(entry.companyId);
      for (; change && change.ledgerIndex < entry.index; change = await this.#peek(entry.companyId)) {
        this.#report('changes-gap', `change ${change.seq}`, `of company ${entry.companyId} has no entry`);
        this.#shift(entry.companyId, change);
      }
      const at = `entry ${entry.index}`;
      if (change?.ledgerIndex === entry.index) {
        this.#shift(entry.companyId, change);
        if (!sameEvent(entry, change)) this.#report('changes-gap', at, 'differs from its change');
      } else if (entry.relationshipId) this.#report('changes-gap', at, 'is missing among the changes');
    }
  }

  /** What is left belongs to entries that came since the check began, or to none. */
  async finish(checked: number): Promise<void> {
    for (const [companyId] of this.#ahead) {
      const change = await this.#peek(companyId);
      if (change && change.ledgerIndex < checked)
        this.#report('changes-gap', `change ${change.seq}`, `of company ${companyId} has no entry`);
    }
  }

  async #peek(companyId: CompanyId): Promise<CompanyChange | undefined> {
    const ahead = this.#ahead.get(companyId) ?? { next: 1, changes: [] };
    this.#ahead.set(companyId, ahead);
    if (ahead.changes.length === 0)
      ahead.changes = (await this.#ledger.changes(companyId, ahead.next - 1, PAGE)).reverse();
    return ahead.changes.at(-1);
  }

  #shift(companyId: CompanyId, { seq }: CompanyChange): void {
    const ahead = this.#ahead.get(companyId);
    if (!ahead) return;
    if (seq !== ahead.next)
      this.#report('changes-gap', `change ${ahead.next}`, `of company ${companyId} is missing`);
    ahead.changes.pop();
    ahead.next = seq + 1;
  }
}

/** An erased person's entry leads nowhere any more; its change keeps its number. */
function sameEvent(entry: LedgerEntry, change: CompanyChange): boolean {
  return (
    change.kind === entry.kind &&
    change.at === entry.at &&
    change.purposeId === entry.purposeId &&
    (entry.relationshipId === null || change.relationshipId === entry.relationshipId)
  );
}
