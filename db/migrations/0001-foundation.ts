import type { Migration } from '../migrate.ts';

/**
 * One schema for both engines. Words in braces are what the engines call
 * differently (db/dialect.ts): `{int}` may pass 2^31, `{keyed}` stores a table
 * within its primary key. Ids, instants and JSON are text, flags 0/1.
 */
export const foundation: Migration = {
  name: '0001-foundation',
  sql: [
    `create table company (
      id {text} primary key, slug {text} not null unique, profile {text} not null,
      change_seq {int} not null default 0, created_at {text} not null
    ) {strict}`,

    `create table privacy_notice (
      id {text} primary key, company_id {text} references company(id), version integer not null,
      language {text} not null, content {text} not null, text_hash {text} not null, released_at {text} not null
    ) {strict}`,
    `create unique index privacy_notice_version on privacy_notice (coalesce(company_id, ''), language, version)`,

    `create table staff (
      id {text} primary key, company_id {text} references company(id), email {text} not null unique,
      name {text} not null, pseudonym {text} not null unique, roles {text} not null, language {text} not null,
      created_at {text} not null, ended_at {text}
    ) {strict}`,

    `create table customer (
      id {text} primary key, status {text} not null check (status in ('unconfirmed', 'active', 'left')),
      email_index {text} unique, language {text} not null, fact_id {text} not null unique,
      of_age integer, restricted_at {text}, created_at {text} not null, confirmed_at {text}
    ) {strict}`,
    `create index customer_unconfirmed on customer (created_at) where status = 'unconfirmed'`,

    `create table channel_verification (
      customer_id {text} not null references customer(id), channel {text} not null,
      verified_at {text} not null, how {text} not null, primary key (customer_id, channel)
    ) {keyed}`,

    `create table vault_blob (
      customer_id {text} not null references customer(id), field_group {text} not null,
      row_version integer not null, sealed {blob} not null, updated_at {text} not null,
      primary key (customer_id, field_group)
    ) {strict}`,

    `create table relationship (
      id {text} primary key, customer_id {text} not null references customer(id),
      company_id {text} not null references company(id), subject {text} not null unique,
      fact_id {text} not null, customer_number_index {text}, customer_number_sealed {blob},
      source {text} not null, seq {int} not null default 0, last_leaf {text}, paused_until {text},
      blocked integer not null, restricted_at {text},
      created_at {text} not null, ended_at {text}
    ) {strict}`,
    `create unique index relationship_live on relationship (customer_id, company_id) where ended_at is null`,
    `create index relationship_customer on relationship (customer_id, created_at)`,
    `create index relationship_people on relationship (company_id, subject, blocked, paused_until)
      where ended_at is null`,
    `create index relationship_number on relationship (company_id, customer_number_index)
      where customer_number_index is not null`,

    `create table purpose (
      id {text} primary key, company_id {text} not null references company(id), slug {text} not null,
      basis {text} not null, position integer not null, created_at {text} not null, retired_at {text},
      unique (company_id, slug)
    ) {strict}`,

    `create table purpose_version (
      id {text} primary key, purpose_id {text} not null references purpose(id), version integer not null,
      kind {text} not null, content {text} not null, fact_mask integer not null,
      released_at {text} not null, superseded_at {text}, usable_until {text},
      unique (purpose_id, version)
    ) {strict}`,

    `create table purpose_card (
      text_hash {text} not null, version_id {text} not null references purpose_version(id),
      language {text} not null, card {text} not null, primary key (version_id, language)
    ) {strict}`,
    `create index purpose_card_hash on purpose_card (text_hash)`,

    `create table consent (
      relationship_id {text} not null references relationship(id), purpose_id {text} not null references purpose(id),
      company_id {text} not null, customer_id {text} not null, subject {text} not null, usable_from {text},
      fact_id {text} not null,
      state {text} not null, version_id {text}, fields {text} not null, fact_mask integer not null, channels {text} not null,
      decided_at {text}, expires_at {text}, no_since {text}, last_index {int} not null,
      previous {text}, primary key (relationship_id, purpose_id)
    ) {strict}`,
    `create index consent_people
      on consent (purpose_id, subject, usable_from, expires_at, version_id, fact_id, fact_mask)
      where state = 'granted'`,
    `create index consent_fact
      on consent (purpose_id, fact_id, fact_mask, usable_from, expires_at, version_id, subject)
      where state = 'granted'`,
    `create index consent_pending on consent (purpose_id, decided_at, version_id) where state = 'pending'`,
    `create index consent_objected on consent (purpose_id, usable_from) where state = 'objected'`,
    `create index consent_expiry on consent (expires_at) where state = 'granted' and expires_at is not null`,

    `create table preference (
      customer_id {text} not null references customer(id), company_id {text} not null,
      channels_off {text}, paused_until {text}, updated_at {text} not null,
      primary key (customer_id, company_id)
    ) {keyed}`,

    `create table segment_fact (
      fact_id {text} primary key, country {text}, postal_region {text}, birth_decade integer,
      household_size integer, home_type {text}, preferred_language {text}
    ) {keyed}`,
    `create index segment_fact_place on segment_fact (country, postal_region, birth_decade, fact_id)`,
    `create index segment_fact_region on segment_fact (postal_region, birth_decade, fact_id)`,
    `create table segment_fact_value (
      fact_id {text} not null, field {text} not null, value {text} not null, primary key (field, value, fact_id)
    ) {keyed}`,
    `create index segment_fact_value_owner on segment_fact_value (fact_id, field)`,

    `create table segment (
      id {text} primary key, company_id {text} not null references company(id),
      purpose_id {text} not null references purpose(id), name {text} not null, conditions {text} not null,
      created_by {text} not null, created_at {text} not null
    ) {strict}`,
    `create index segment_company on segment (company_id, created_at)`,

    `create table ledger_state (
      id integer primary key check (id = 1), origin {text} not null, size {int} not null,
      edge {text} not null, last_at {text} not null
    ) {strict}`,

    `create table ledger_entry (
      idx {int} primary key, kind {text} not null, at {text} not null, leaf {blob} not null, entry {blob} not null,
      relationship_id {text}, company_id {text}, purpose_id {text}, version_id {text}, method {text}, channel {text},
      key_id {text} not null, sealed {blob} not null
    ) {strict}`,
    `create index ledger_entry_relationship on ledger_entry (relationship_id, purpose_id, idx)`,
    `create index ledger_entry_company on ledger_entry (company_id, idx)`,
    `create index ledger_entry_kind on ledger_entry (company_id, kind, idx)`,
    `create index ledger_entry_purpose on ledger_entry (company_id, purpose_id, idx)`,
    `create index ledger_entry_method on ledger_entry (company_id, method, idx)`,
    `create index ledger_entry_at on ledger_entry (at, idx)`,

    `create table ledger_node (
      level integer not null, idx {int} not null, hash {blob} not null, primary key (level, idx)
    ) {keyed}`,

    `create table ledger_checkpoint (
      size {int} primary key, note {text} not null, at {text} not null
    ) {strict}`,

    `create table company_change (
      company_id {text} not null references company(id), seq {int} not null, relationship_id {text} not null,
      kind {text} not null, purpose_id {text}, ledger_index {int} not null, at {text} not null,
      primary key (company_id, seq)
    ) {keyed}`,

    `create table disclosure (
      id {text} primary key, run_id {text} not null, ledger_index {int} not null, company_id {text} not null,
      staff_id {text} not null, role {text} not null, purpose_id {text}, version integer,
      how {text} not null, fields {text} not null, reason {text} not null, salt_sealed {blob} not null,
      count integer not null, at {text} not null
    ) {strict}`,
    `create index disclosure_company on disclosure (company_id, ledger_index)`,
    `create unique index disclosure_entry on disclosure (ledger_index)`,
    `create table disclosure_subject (
      disclosure_id {text} not null references disclosure(id), relationship_id {text} not null,
      position integer not null, fields {text} not null, at {text} not null,
      primary key (disclosure_id, relationship_id)
    ) {strict}`,
    `create index disclosure_subject_relationship on disclosure_subject (relationship_id, at)`,

    `create table session (
      id_hash {text} primary key, principal {text} not null, created_at {text} not null, seen_at {text} not null,
      expires_at {text} not null, absolute_expires_at {text} not null, stepped_up_at {text}, remember integer not null
    ) {strict}`,
    `create index session_principal on session (principal)`,
    `create index session_end on session (expires_at)`,

    `create table password (
      principal {text} primary key, hash {text} not null, updated_at {text} not null
    ) {strict}`,

    `create table sign_in_proof (
      id {text} primary key, principal {text} not null, purpose {text} not null, token_hash {text} not null unique,
      code_hash {text}, payload {text} not null, attempts integer not null, created_at {text} not null,
      expires_at {text} not null, used_at {text}
    ) {strict}`,
    `create index sign_in_proof_principal on sign_in_proof (principal, purpose, created_at)`,

    `create table idempotency (
      key {text} not null, actor {text} not null, route {text} not null, body_hash {text} not null,
      outcome {text} not null, created_at {text} not null, primary key (key, actor, route)
    ) {strict}`,
    `create index sign_in_proof_end on sign_in_proof (expires_at)`,
    `create index idempotency_actor on idempotency (actor)`,
    `create index idempotency_age on idempotency (created_at)`,

    `create table job (
      id {text} primary key, kind {text} not null, payload {text} not null, sealed {blob}, key_id {text},
      run_at {text} not null, claimed_until {text}, attempts integer not null default 0,
      given_up integer not null default 0, last_error {text}, created_at {text} not null, done_at {text}
    ) {strict}`,
    `create index job_due on job (run_at) where done_at is null and given_up = 0`,
    `create index job_given_up on job (id) where given_up = 1`,
    `create index job_done on job (done_at)`,

    `create table demo_mail (
      id {text} primary key, recipient {text} not null, subject {text} not null,
      body_text {text} not null, body_html {text} not null, sent_at {text} not null
    ) {strict}`,
  ],
};
