import type { Migration } from '../migrate.ts';

/**
 * Leaving: until when an ended relationship's proof is kept, what still finds
 * it then, what a company was asked to delete, whom it must not enter again,
 * and the erasures that have begun. A row of "who looked" keeps what its batch
 * committed to when it no longer names anybody.
 */
export const leave: Migration = {
  name: '0005-leave',
  sql: [
    'alter table relationship add column proof_until {text}',
    'alter table relationship add column leaver_index {text}',
    `create index relationship_proof on relationship (proof_until) where proof_until is not null`,
    `create index relationship_leaver on relationship (company_id, leaver_index) where leaver_index is not null`,

    'alter table disclosure_subject add column commitment {blob}',

    `create table recall (
      id {text} primary key, company_id {text} not null references company(id),
      relationship_id {text} not null references relationship(id), subject {text} not null, kind {text} not null,
      purpose_id {text}, fields {text} not null, first_at {text} not null, last_at {text} not null,
      looks integer not null, opened_at {text} not null, due_at {text} not null, state {text} not null,
      closed_at {text}, closed_by {text}, note_sealed {blob}
    ) {strict}`,
    `create index recall_relationship on recall (relationship_id, opened_at)`,
    `create index recall_company on recall (company_id, state, due_at, id)`,

    `create table stop_list (
      company_id {text} not null references company(id), hash {text} not null, at {text} not null,
      primary key (company_id, hash)
    ) {keyed}`,

    `create table erasure (customer_id {text} primary key, at {text} not null) {keyed}`,
  ],
};
