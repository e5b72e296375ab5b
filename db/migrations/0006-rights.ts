import type { Migration } from '../migrate.ts';

/**
 * Requests for rights, each with its history and its files. What people wrote
 * is sealed; in clear stand the kind, the days of the clock and the state.
 */
export const rights: Migration = {
  name: '0006-rights',
  sql: [
    `create table rights_request (
      id {text} primary key, company_id {text} not null references company(id), relationship_id {text},
      kind {text} not null, origin {text} not null, state {text} not null, arrived_on {text} not null,
      due_on {text} not null, due_at {text} not null, extended_at {text}, hold {text},
      created_at {text} not null, closed_at {text}, reminded_at {text}, key_id {text} not null, sealed {blob} not null
    ) {strict}`,
    `create index rights_request_relationship on rights_request (relationship_id, created_at)`,
    `create index rights_request_open on rights_request (company_id, due_at) where state = 'open'`,
    `create index rights_request_closed on rights_request (company_id, closed_at) where closed_at is not null`,
    `create index rights_request_letters on rights_request (closed_at) where relationship_id is null`,
    `create index rights_request_remind on rights_request (due_at) where state = 'open' and reminded_at is null`,

    `create table rights_request_event (
      request_id {text} not null references rights_request(id), seq integer not null, relationship_id {text},
      kind {text} not null, at {text} not null, actor {text} not null, actor_name {text} not null,
      sealed {blob} not null, primary key (request_id, seq)
    ) {keyed}`,
    `create index rights_request_event_relationship on rights_request_event (relationship_id)`,

    `create table rights_file (
      id {text} primary key, request_id {text} not null references rights_request(id), seq integer not null,
      relationship_id {text}, type {text} not null, bytes integer not null, name_sealed {blob} not null,
      sealed {blob} not null, at {text} not null
    ) {strict}`,
    `create index rights_file_request on rights_file (request_id, seq)`,
    `create index rights_file_relationship on rights_file (relationship_id)`,
  ],
};
