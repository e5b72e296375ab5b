import type { Migration } from '../migrate.ts';

/** Topics, most messages a week and quiet hours; what companies report to have sent, and what they plan to send. */
export const preferences: Migration = {
  name: '0002-preferences',
  sql: [
    `alter table preference add column topics_off {text}`,
    `alter table preference add column most_per_week {text}`,
    `alter table preference add column quiet_hours {text}`,

    `create table use_reporting (
      company_id {text} primary key references company(id), since {text} not null, said_by {text} not null
    ) {strict}`,

    `create table use_report (
      id {text} primary key, company_id {text} not null references company(id), reference {text} not null,
      content_hash {text} not null, parts {text} not null, how {text} not null,
      reported_by {text} not null, recorded_at {text} not null, unique (company_id, reference)
    ) {strict}`,
    `create index use_report_newest on use_report (company_id, recorded_at)`,

    `create table "use" (
      id {text} primary key, relationship_id {text} not null references relationship(id),
      report_id {text} not null references use_report(id), purpose_id {text} not null references purpose(id),
      channel {text} not null, topic {text}, at {text} not null, how {text} not null, recorded_at {text} not null
    ) {strict}`,
    `create index use_newest on "use" (relationship_id, at)`,

    // Outlives the single uses: proof of a yes is kept some years from its last use.
    `create table last_use (
      relationship_id {text} not null references relationship(id), purpose_id {text} not null,
      channel {text} not null, at {text} not null, primary key (relationship_id, purpose_id, channel)
    ) {keyed}`,

    `create table planned_contact (
      id {text} primary key, company_id {text} not null references company(id),
      purpose_id {text} not null references purpose(id), title {text} not null, channel {text} not null,
      topic {text} not null, at {text} not null, created_by {text} not null, created_at {text} not null,
      cancelled_at {text}
    ) {strict}`,
    `create index planned_contact_next on planned_contact (company_id, at)`,
  ],
};
