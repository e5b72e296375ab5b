import { type SqlBool, sql } from 'kysely';
import type { PeopleQuery } from '#app/core/permission/people-store.ts';
import type { Reader } from '../connections.ts';
import { factConditions } from './fact-condition.ts';
import type { PurposeScope } from './purpose-scope.ts';

/**
 * decidePermission without a channel, as one predicate. Every line has its
 * twin there; tests hold the two against each other.
 */
export function permittedPeople(db: Reader, query: PeopleQuery, scope: PurposeScope) {
  const { companyId, at } = query;
  const people = scope.basis === 'consent' ? granted(db, query, scope) : notObjected(db, query);
  return (
    people
      .where('relationship.company_id', '=', companyId)
      .where('relationship.ended_at', 'is', null)
      // Customer not active or restricted, or this relationship restricted.
      .where('relationship.blocked', '=', 0)
      .where((eb) =>
        eb.or([eb('relationship.paused_until', 'is', null), eb('relationship.paused_until', '<=', at)]),
      )
  );
}

function granted(db: Reader, { purposeId, at, conditions }: PeopleQuery, scope: PurposeScope) {
  const versions = scope.versions.map(({ id }) => id);
  let people = db
    .selectFrom('relationship')
    .leftJoin('consent', (join) =>
      join.onRef('consent.relationship_id', '=', 'relationship.id').on('consent.purpose_id', '=', purposeId),
    )
    .leftJoin('segment_fact', 'segment_fact.fact_id', 'consent.fact_id')
    .where('consent.state', '=', 'granted')
    .where('consent.version_id', 'in', versions)
    .where((eb) => eb.or([eb('consent.expires_at', 'is', null), eb('consent.expires_at', '>', at)]));
  if (conditions && conditions.conditions.length > 0)
    people = people.where(factConditions(scope, conditions));
  return people;
}

/** Runs until the customer says stop; opens no facts, so any condition matches nobody. */
function notObjected(db: Reader, { purposeId, conditions }: PeopleQuery) {
  const people = db
    .selectFrom('relationship')
    .leftJoin('consent', (join) =>
      join.onRef('consent.relationship_id', '=', 'relationship.id').on('consent.purpose_id', '=', purposeId),
    )
    .leftJoin('segment_fact', (join) => join.on(sql<SqlBool>`1 = 0`))
    .where((eb) => eb.or([eb('consent.state', 'is', null), eb('consent.state', '<>', 'objected')]));
  return conditions && conditions.conditions.length > 0 ? people.where(sql<SqlBool>`1 = 0`) : people;
}
