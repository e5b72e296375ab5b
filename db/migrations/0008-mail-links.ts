import type { Migration } from '../migrate.ts';

/**
 * Links that work from a mail without signing in, receipts that wait for their
 * ten minutes, addresses that take no mail, and forms kept over a sign-in.
 * `kept_form` names nobody: its content opens only with the visitor's cookie.
 */
export const mailLinks: Migration = {
  name: '0008-mail-links',
  sql: [
    `create table mail_link (
      token_hash {text} primary key, customer_id {text} not null references customer(id), company_id {text},
      template {text} not null, created_at {text} not null, expires_at {text} not null, ended_at {text}
    ) {strict}`,
    `create index mail_link_customer on mail_link (customer_id)`,
    `create index mail_link_end on mail_link (expires_at)`,

    `create table receipt_cursor (
      id integer primary key check (id = 1), next_index {int} not null
    ) {strict}`,
    `create table receipt_due (
      customer_id {text} primary key references customer(id), from_index {int} not null, due_at {text} not null
    ) {strict}`,
    `create index receipt_due_at on receipt_due (due_at)`,

    `create table mail_refusal (
      customer_id {text} primary key references customer(id), refused_at {text} not null
    ) {strict}`,

    `create table kept_form (
      id_hash {text} primary key, sealed {blob} not null, created_at {text} not null
    ) {strict}`,
    `create index kept_form_age on kept_form (created_at)`,
  ],
};
