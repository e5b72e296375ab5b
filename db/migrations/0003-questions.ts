import type { Migration } from '../migrate.ts';

/**
 * Questions a company asks one customer, "no more questions from this company",
 * and what a customer said about being old enough for a consent: 16 stands in
 * `customer.of_age`, 14 (Austria) beside it.
 */
export const questions: Migration = {
  name: '0003-questions',
  sql: [
    `alter table customer add column of_age_14 integer`,
    `alter table customer add column age_answered_at {text}`,
    `alter table relationship add column under_age integer not null default 0`,

    `create table consent_request (
      id {text} primary key, relationship_id {text} not null references relationship(id),
      customer_id {text} not null, company_id {text} not null, purpose_id {text} not null references purpose(id),
      asked_by {text} not null, asked_at {text} not null, expires_at {text} not null,
      held_back {text}, later_until {text},
      answer {text}, answer_index {int}, answered_at {text}, sealed {blob} not null
    ) {strict}`,
    `create unique index consent_request_open on consent_request (relationship_id, purpose_id, asked_at)`,
    `create index consent_request_customer on consent_request (customer_id, asked_at)`,
    `create index consent_request_company on consent_request (company_id, asked_at)`,

    `create table question_stop (
      customer_id {text} not null references customer(id), company_id {text} not null references company(id),
      at {text} not null, primary key (customer_id, company_id)
    ) {keyed}`,
  ],
};
