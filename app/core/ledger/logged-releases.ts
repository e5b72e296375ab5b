import type { PurposeVersionId } from '#schema/ids.ts';
import type { LedgerRecord } from '#schema/ledger.ts';
import type { LoggedNotices } from '../company/compare-notices.ts';
import type { LoggedRelease } from '../purpose/compare-purposes.ts';
import type { LedgerEntry } from './ledger-store.ts';

/** What the log says was released, gathered while it is read. */
export class LoggedReleases {
  readonly purposes = new Map<PurposeVersionId, LoggedRelease>();
  readonly #notices = new Map<string | null, Map<string, string>>();

  get notices(): LoggedNotices {
    return this.#notices;
  }

  take({ index, versionId }: LedgerEntry, record: LedgerRecord): void {
    if (record.kind === 'purpose-released' && versionId) {
      const { at, company, facts } = record;
      this.purposes.set(versionId, { index, at, company, facts });
    }
    if (record.kind === 'notice-released') {
      const own = this.#notices.get(record.company) ?? new Map<string, string>();
      for (const [name, hash] of Object.entries(record.facts)) own.set(name, hash);
      this.#notices.set(record.company, own);
    }
  }
}
