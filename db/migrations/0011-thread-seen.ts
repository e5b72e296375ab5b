import type { Migration } from '../migrate.ts';

/** Which last word each side's page has shown. What was written before this step counts as shown. */
export const threadSeen: Migration = {
  name: '0011-thread-seen',
  sql: [
    `alter table thread add column seen_by_customer_at {text}`,
    `alter table thread add column seen_by_company_at {text}`,
    `update thread set seen_by_customer_at = last_at, seen_by_company_at = last_at`,
    `create index thread_unseen on thread (customer_id, last_at, id)
      where state = 'answered' and (seen_by_customer_at is null or seen_by_customer_at < last_at)`,
  ],
};
