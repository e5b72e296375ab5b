import type { Migration } from '../migrate.ts';

/**
 * Files of a customer that wait on disk (a large export until it is fetched, an
 * upload until it is taken over), and what a customer brought along from
 * another portal. `source` and `text` are keyed hashes: which portal somebody
 * comes from is nobody's business.
 */
export const ownFiles: Migration = {
  name: '0009-own-files',
  sql: [
    `create table own_file (
      id {text} primary key, customer_id {text} not null references customer(id),
      kind {text} not null check (kind in ('export', 'import')),
      state {text} not null check (state in ('waiting', 'building', 'ready', 'failed')),
      locale {text} not null, done {int} not null, total {int} not null, bytes {int} not null,
      summary {blob}, created_at {text} not null, expires_at {text} not null
    ) {strict}`,
    `create unique index own_file_customer on own_file (customer_id, kind)`,
    `create index own_file_end on own_file (expires_at)`,

    `create table foreign_entry (
      id {text} primary key, customer_id {text} not null references customer(id), source {text} not null,
      idx {int} not null, verified integer not null, sealed {blob} not null, brought_at {text} not null
    ) {strict}`,
    `create unique index foreign_entry_place on foreign_entry (customer_id, source, idx)`,

    `create table foreign_text (
      customer_id {text} not null references customer(id), text {text} not null, sealed {blob} not null,
      primary key (customer_id, text)
    ) {strict}`,
  ],
};
