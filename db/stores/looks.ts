import { sql } from 'kysely';
import type { LookFilter } from '#app/core/disclosure/disclosure-store.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
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

interface LooksParameters {
  readonly customerId: string;
  readonly companyId: string;
  readonly since: string;
  readonly before: string;
  readonly limit: number;
}

/** Starts at the relationships: ended ones count, nobody else's are touched. */
function looksBetween(db: Reader, p: LooksParameters, ofOneCompany: boolean) {
  const all = db
    .selectFrom('relationship')
    .innerJoin('disclosure_subject', 'disclosure_subject.relationship_id', 'relationship.id')
    .where('relationship.customer_id', '=', p.customerId)
    .where('disclosure_subject.at', '>=', p.since)
    .where('disclosure_subject.at', '<', p.before);
  return ofOneCompany ? all.where('relationship.company_id', '=', p.companyId) : all;
}

/** The newest instants are found in the index alone; only their rows are read and put in order. */
function newestLooks(db: Reader, p: LooksParameters, ofOneCompany: boolean) {
  const instants = looksBetween(db, p, ofOneCompany)
    .select('disclosure_subject.at')
    .orderBy('disclosure_subject.at', 'desc')
    .limit(p.limit)
    .as('newest');
  return looksBetween(db, p, ofOneCompany)
    .innerJoin('disclosure', 'disclosure.id', 'disclosure_subject.disclosure_id')
    .select(LOOK)
    .where('disclosure_subject.at', '>=', (eb) =>
      eb.selectFrom(instants).select(sql<string>`coalesce(min(newest.at), '')`.as('oldest')),
    )
    .orderBy('disclosure_subject.at', 'desc')
    .orderBy('disclosure.ledger_index', 'desc')
    .limit(p.limit);
}

const ofAllCompanies = select((db, p: LooksParameters) => newestLooks(db, p, false));
const ofOneCompany = select((db, p: LooksParameters) => newestLooks(db, p, true));

/** Later than every instant. */
const NEVER = '9999';

export function looksOfCustomer(
  db: Reader,
  customerId: CustomerId,
  { companyId, since = '' as Instant, before = NEVER as Instant, limit }: LookFilter,
): Promise<LookRow[]> {
  const looks = companyId ? ofOneCompany : ofAllCompanies;
  return looks(db, { customerId, companyId: companyId ?? '', since, before, limit });
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

export const countLooks = select((db, p: { customerId: string }) =>
  db
    .selectFrom('relationship')
    .innerJoin('disclosure_subject', 'disclosure_subject.relationship_id', 'relationship.id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('relationship.customer_id', '=', p.customerId),
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
