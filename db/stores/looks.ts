import { sql } from 'kysely';
import type { LookFilter } from '#app/core/disclosure/disclosure-store.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Reader } from '../connections.ts';
import { select } from '../statement.ts';
import type { DisclosureRow, DisclosureSubjectRow } from '../tables/disclosure.ts';

export type LookRow = Pick<DisclosureSubjectRow, 'disclosure_id' | 'relationship_id' | 'fields' | 'at'> &
  Pick<DisclosureRow, 'run_id' | 'company_id' | 'role' | 'purpose_id' | 'how' | 'reason' | 'ledger_index'>;

const LOOK = [
  'disclosure_subject.disclosure_id',
  'disclosure_subject.relationship_id',
  'disclosure_subject.fields',
  'disclosure_subject.at',
  'disclosure.run_id',
  'disclosure.company_id',
  'disclosure.role',
  'disclosure.purpose_id',
  'disclosure.how',
  'disclosure.reason',
  'disclosure.ledger_index',
] as const;

/** Starts at the relationships: ended ones count, nobody else's are touched. */
export function looksOfCustomer(db: Reader, customerId: CustomerId, filter: LookFilter): Promise<LookRow[]> {
  const { companyId, before, since } = filter;
  let query = db
    .selectFrom('relationship')
    .innerJoin('disclosure_subject', 'disclosure_subject.relationship_id', 'relationship.id')
    .innerJoin('disclosure', 'disclosure.id', 'disclosure_subject.disclosure_id')
    .select(LOOK)
    .where('relationship.customer_id', '=', customerId);
  if (companyId) query = query.where('relationship.company_id', '=', companyId);
  if (before) query = query.where('disclosure_subject.at', '<', before);
  if (since) query = query.where('disclosure_subject.at', '>=', since);
  return query
    .orderBy('disclosure_subject.at', 'desc')
    .orderBy('disclosure.ledger_index', 'desc')
    .limit(filter.limit)
    .execute();
}

export const looksOfRelationship = select((db, p: { relationshipId: string; limit: number }) =>
  db
    .selectFrom('disclosure_subject')
    .innerJoin('disclosure', 'disclosure.id', 'disclosure_subject.disclosure_id')
    .select(LOOK)
    .where('disclosure_subject.relationship_id', '=', p.relationshipId)
    .orderBy('disclosure_subject.at', 'desc')
    .orderBy('disclosure.ledger_index', 'desc')
    .limit(p.limit),
);

export const countLooksByDay = select((db, p: { customerId: string; since: string }) =>
  db
    .selectFrom('relationship')
    .innerJoin('disclosure_subject', 'disclosure_subject.relationship_id', 'relationship.id')
    .select((eb) => [
      // The date of an RFC 3339 instant in UTC is its first ten characters.
      sql<string>`substr(disclosure_subject.at, 1, 10)`.as('day'),
      'relationship.company_id',
      eb.fn.countAll<number>().as('count'),
    ])
    .where('relationship.customer_id', '=', p.customerId)
    .where('disclosure_subject.at', '>=', p.since)
    .groupBy(['day', 'relationship.company_id'])
    .orderBy('day')
    .orderBy('relationship.company_id'),
);
