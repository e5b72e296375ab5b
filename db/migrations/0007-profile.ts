import type { Migration } from '../migrate.ts';

/**
 * Fields that companies define, what a customer did with their questions, and
 * when a value should be looked at again. A year is added to the text of an
 * instant: 29 February becomes a day that does not exist and sorts rightly.
 */
export const profile: Migration = {
  name: '0007-profile',
  sql: [
    `create table company_field (
      id {text} primary key, company_id {text} not null references company(id), slug {text} not null,
      content {text} not null, position integer not null, created_by {text} not null, created_at {text} not null,
      released_by {text}, released_at {text}, retired_at {text}, unique (company_id, slug)
    ) {strict}`,
    `create table field_answer (
      customer_id {text} not null references customer(id), company_id {text} not null, field {text} not null,
      state {text} not null check (state in ('answered', 'skipped')), at {text} not null,
      primary key (customer_id, field)
    ) {keyed}`,
    `create table profile_reminder (
      customer_id {text} primary key references customer(id), off integer not null, told_at {text}
    ) {keyed}`,
    `alter table vault_blob add column review_at {text}`,
    `update vault_blob
      set review_at = cast(cast(substr(updated_at, 1, 4) as integer) + 1 as text) || substr(updated_at, 5)`,
    `create index vault_blob_review on vault_blob (review_at) where review_at is not null`,
  ],
};
