import type { Migration } from '../migrate.ts';

/**
 * Wrapped keys live apart from what they open: a file of their own on SQLite,
 * a schema of their own on PostgreSQL, so that a copy of the database alone
 * opens nothing and an erasure shreds in one small place.
 */
export const keys: Migration = {
  name: '0001-keys',
  sql: [
    `create table vault_key (
      id {text} primary key, kek_id {text} not null, wrapped {blob} not null, created_at {text} not null
    ) {strict}`,
    `create table shred_list (id {text} primary key, at {text} not null) {strict}`,
  ],
};
