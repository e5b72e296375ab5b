import { type SqlBool, sql } from 'kysely';
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
  /** '' for every role; a pattern for `like` that the list of fields must fit. */
  readonly role: string;
  readonly field: string;
}

/** What else than time is asked; each combination is a statement of its own. */
interface Narrowed {
  readonly company: boolean;
  readonly more: boolean;
}

/** Starts at the relationships: ended ones count, nobody else's are touched. */
function looksBetween(db: Reader, p: LooksParameters, { company, more }: Narrowed) {
  const all = db
    .selectFrom('relationship')
    .innerJoin('disclosure_subject', 'disclosure_subject.relationship_id', 'relationship.id')
    .where('relationship.customer_id', '=', p.customerId)
    .where('disclosure_subject.at', '>=', p.since)
    .where('disclosure_subject.at', '<', p.before);
  const ofCompany = company ? all.where('relationship.company_id', '=', p.companyId) : all;
  return more
    ? ofCompany
        .where('disclosure_subject.fields', 'like', p.field)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('disclosure as batch')
              .select('batch.id')
              .whereRef('batch.id', '=', 'disclosure_subject.disclosure_id')
              .where(sql<SqlBool>`cast(${p.role} as text) in ('', batch.role)`),
          ),
        )
    : ofCompany;
}

/**
 * The newest instants are found in the index alone; only their rows are read
 * and put in order. No limit outside: what happened at the oldest of these
 * instants comes whole, or the next page would miss the rest of it.
 */
function newestLooks(db: Reader, p: LooksParameters, narrowed: Narrowed) {
  const instants = looksBetween(db, p, narrowed)
    .select('disclosure_subject.at')
    .orderBy('disclosure_subject.at', 'desc')
    .limit(p.limit)
    .as('newest');
  return looksBetween(db, p, narrowed)
    .innerJoin('disclosure', 'disclosure.id', 'disclosure_subject.disclosure_id')
    .select(LOOK)
    .where('disclosure_subject.at', '>=', (eb) =>
      eb.selectFrom(instants).select(sql<string>`coalesce(min(newest.at), '')`.as('oldest')),
    )
    .orderBy('disclosure_subject.at', 'desc')
    .orderBy('disclosure.ledger_index', 'desc');
}

const statementFor = (narrowed: Narrowed) => select((db, p: LooksParameters) => newestLooks(db, p, narrowed));
const ofAll = statementFor({ company: false, more: false });
const ofOne = statementFor({ company: true, more: false });
const ofAllNarrowed = statementFor({ company: false, more: true });
const ofOneNarrowed = statementFor({ company: true, more: true });

/** Later than every instant. */
const NEVER = '9999';

export function looksOfCustomer(
  db: Reader,
  customerId: CustomerId,
  { companyId, field, role, since = '' as Instant, before = NEVER as Instant, limit }: LookFilter,
): Promise<LookRow[]> {
  const narrowed = field !== undefined || role !== undefined;
  const looks = companyId ? (narrowed ? ofOneNarrowed : ofOne) : narrowed ? ofAllNarrowed : ofAll;
  return looks(db, {
    customerId,
    companyId: companyId ?? '',
    since,
    before,
    limit,
    role: role ?? '',
    // A field's name has no sign that `like` knows; in the column it stands in quotes.
    field: field ? `%"${field}"%` : '%',
  });
}

/** Lists repeat: a few different ones, however many looks. */
export const fieldsSeen = select((db, p: { customerId: string }) =>
  db
    .selectFrom('relationship')
    .innerJoin('disclosure_subject', 'disclosure_subject.relationship_id', 'relationship.id')
    .select('disclosure_subject.fields')
    .where('relationship.customer_id', '=', p.customerId)
    .distinct(),
);

export const lookOfCustomer = select((db, p: { customerId: string; id: string }) =>
  db
    .selectFrom('disclosure_subject')
    .innerJoin('relationship', 'relationship.id', 'disclosure_subject.relationship_id')
    .innerJoin('disclosure', 'disclosure.id', 'disclosure_subject.disclosure_id')
    .select(LOOK)
    .where('disclosure_subject.disclosure_id', '=', p.id)
    .where('relationship.customer_id', '=', p.customerId),
);

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
