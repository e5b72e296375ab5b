import type { Migration } from '../migrate.ts';

/** Conversations, counter-statements, what companies wrote down, the yearly look together. Texts are sealed. */
export const threads: Migration = {
  name: '0004-threads',
  sql: [
    `create table thread (
      id {text} primary key, relationship_id {text} not null references relationship(id),
      customer_id {text} not null, company_id {text} not null,
      started_by {text} not null, concern {text} not null, purpose_id {text},
      state {text} not null check (state in ('open', 'answered', 'closed')),
      wished_by {text}, due_at {text}, officer_since {text},
      created_at {text} not null, last_at {text} not null, sealed {blob} not null
    ) {strict}`,
    `create index thread_customer on thread (customer_id, last_at, id)`,
    `create index thread_relationship on thread (relationship_id)`,
    `create index thread_waiting on thread (company_id, due_at, id) where state = 'open'`,
    `create index thread_settled on thread (company_id, last_at, id) where state <> 'open'`,
    `create index thread_officer on thread (company_id, officer_since) where officer_since is not null`,

    `create table thread_message (
      id {text} primary key, thread_id {text} not null references thread(id),
      relationship_id {text} not null, customer_id {text} not null, position integer not null,
      side {text} not null, staff_id {text}, role {text}, at {text} not null, sealed {blob} not null,
      unique (thread_id, position)
    ) {strict}`,
    `create index thread_message_relationship on thread_message (relationship_id)`,
    `create index thread_message_customer on thread_message (customer_id)`,

    `create table thread_picture (
      id {text} primary key, message_id {text} not null references thread_message(id),
      thread_id {text} not null references thread(id),
      relationship_id {text} not null, customer_id {text} not null, position integer not null,
      media_type {text} not null, width integer not null, height integer not null, sealed {blob} not null,
      unique (message_id, position)
    ) {strict}`,
    `create index thread_picture_thread on thread_picture (thread_id)`,
    `create index thread_picture_relationship on thread_picture (relationship_id)`,
    `create index thread_picture_customer on thread_picture (customer_id)`,

    `create table counter_statement (
      relationship_id {text} not null references relationship(id), target_id {text} not null,
      customer_id {text} not null, company_id {text} not null, target {text} not null,
      thread_id {text} not null references thread(id), at {text} not null, sealed {blob} not null,
      primary key (relationship_id, target_id)
    ) {strict}`,
    `create index counter_statement_customer on counter_statement (customer_id)`,
    `create index counter_statement_company on counter_statement (company_id, target, at)`,
    `create index counter_statement_thread on counter_statement (thread_id)`,

    `create table interaction (
      id {text} primary key, relationship_id {text} not null references relationship(id),
      customer_id {text} not null, company_id {text} not null, kind {text} not null,
      happened_on {text} not null, staff_id {text} not null, role {text} not null,
      recorded_at {text} not null, sealed {blob} not null
    ) {strict}`,
    `create index interaction_relationship on interaction (relationship_id, recorded_at, id)`,
    `create index interaction_customer on interaction (customer_id)`,

    `create table yearly_reminder (
      customer_id {text} primary key references customer(id), wanted_since {text} not null, next_at {text} not null
    ) {keyed}`,
    `create index yearly_reminder_due on yearly_reminder (next_at)`,
    `create table yearly_kept (
      relationship_id {text} primary key references relationship(id), customer_id {text} not null,
      company_id {text} not null, kept_at {text} not null
    ) {keyed}`,
    `create index yearly_kept_customer on yearly_kept (customer_id)`,
  ],
};
