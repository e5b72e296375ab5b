import type { Migration } from '../migrate.ts';

/**
 * That a company confirmed a recall stands in the log, with what it wrote. A
 * confirmation from before has no entry and so proves nothing: that recall is
 * open again, and the company says it once more.
 */
export const recallEntries: Migration = {
  name: '0014-recall-entries',
  sql: [
    'alter table recall add column ledger_index {int}',
    'alter table recall drop column note_sealed',
    `update recall set state = 'told', closed_at = null, closed_by = null where state = 'confirmed'`,
  ],
};
