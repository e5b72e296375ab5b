import type { Channel } from '#schema/channel.ts';
import type { DecisionMethod } from '#schema/consent.ts';
import type { CompanyId, PurposeId, PurposeVersionId } from '#schema/ids.ts';
import type { LedgerRecord } from '#schema/ledger.ts';
import type { Relationship } from '../relationship/relationship.ts';

type WithoutBase<T> = T extends unknown
  ? Omit<T, 'schema' | 'company' | 'subject' | 'at' | 'seq' | 'prev'>
  : never;

/** What an act says; the sequencer adds when, whose and the place in the chain. */
export type RecordBody = WithoutBase<LedgerRecord>;

export interface EntryDraft {
  readonly body: RecordBody;
  readonly companyId: CompanyId | null;
  /** Whose entry it is: sealed under this relationship's evidence key and part of its chain. Null: the portal's key, no chain. */
  readonly relationship: Relationship | null;
  readonly purposeId?: PurposeId;
  readonly versionId?: PurposeVersionId;
  readonly method?: DecisionMethod;
  readonly channel?: Channel | null;
}
