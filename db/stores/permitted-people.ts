import { type RawBuilder, sql } from 'kysely';
import type { PeopleQuery } from '#app/core/permission/people-store.ts';
import { factConditions } from './fact-condition.ts';
import type { PurposeScope } from './purpose-scope.ts';

type From = RawBuilder<unknown>;

/**
 * Who granted: decidePermission for a consent purpose, without a channel. All
 * of it stands in `consent`; retirement and the end of versions are already in
 * the scope.
 */
function granted({ purposeId, at }: PeopleQuery, { versions }: PurposeScope): From {
  return sql`consent.purpose_id = ${purposeId} and consent.state = 'granted'
    and consent.version_id in (${sql.join(versions.map(({ id }) => id))})
    and (consent.expires_at is null or consent.expires_at > ${at})
    and consent.usable_from <= ${at}`;
}

/**
 * Everybody who granted and meets the conditions. `cross join` keeps SQLite to
 * the order that is written; PostgreSQL chooses its own.
 *
 * @param facts ids to start from (narrowingFacts); absent: walk the grants
 */
export function grantedPeople(query: PeopleQuery, scope: PurposeScope, facts?: From): From {
  const { conditions } = query;
  if (!conditions || conditions.conditions.length === 0)
    return sql`from consent where ${granted(query, scope)}`;
  const tables = facts
    ? sql`from (${facts}) as narrow cross join segment_fact cross join consent
      where segment_fact.fact_id = narrow.fact_id and consent.fact_id = segment_fact.fact_id`
    : sql`from consent cross join segment_fact where segment_fact.fact_id = consent.fact_id`;
  return sql`${tables} and ${granted(query, scope)} and ${factConditions(scope, conditions)}`;
}

/** Every running relationship that nothing holds up; for objection purposes less those who objected. */
function reachable({ companyId, at }: PeopleQuery): From {
  return sql`relationship.company_id = ${companyId} and relationship.ended_at is null
    and relationship.blocked = 0
    and (relationship.paused_until is null or relationship.paused_until <= ${at})`;
}

/** An objection purpose runs until the customer says stop. */
export function notObjectedPeople(query: PeopleQuery): From {
  return sql`from relationship where ${reachable(query)}
    and not exists (select 1 from consent where consent.relationship_id = relationship.id
      and consent.purpose_id = ${query.purposeId} and consent.state = 'objected')`;
}

/** Counted as all less those who objected, which are few: a million look-ups less. */
export function countNotObjected(query: PeopleQuery): From {
  return sql`select (select count(*) from relationship where ${reachable(query)})
    - (select count(*) from consent where consent.purpose_id = ${query.purposeId}
      and consent.state = 'objected' and consent.usable_from <= ${query.at}) as count`;
}
