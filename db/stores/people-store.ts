import { type RawBuilder, sql } from 'kysely';
import type { PeopleQuery, PeopleReader, PermittedPerson } from '#app/core/permission/people-store.ts';
import type { CustomerId, RelationshipId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { channelsColumn, fieldsColumn, listParameter } from '../columns.ts';
import type { Reader } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { readContactFacts } from './contact-facts.ts';
import { narrowingFacts } from './fact-condition.ts';
import { countNotObjected, grantedPeople, notObjectedPeople } from './permitted-people.ts';
import { findScope, type PurposeScope } from './purpose-scope.ts';

/** With fewer matching facts than this a segment is found from them; with more, from the purpose's grants. */
export interface Narrow {
  readonly count: number;
  /** A page sorts all that was found from facts; a wider segment is walked in order and soon fills it. */
  readonly page: number;
}

const NARROW: Narrow = { count: 50_000, page: 10_000 };

export function peopleReader(db: Reader, long: Reader, narrow = NARROW): PeopleReader {
  const page = (from: Reader, query: PeopleQuery, afterSubject: SubjectId | null, limit: number) =>
    readPage(from, query, narrow.page, afterSubject ?? '', limit);
  return {
    count: async (query) => {
      const scope = await openingScope(db, query);
      if (!scope) return 0;
      const counted =
        scope.basis === 'objection'
          ? countNotObjected(query)
          : sql`select count(*) as count
              ${grantedPeople(query, scope, await narrowFacts(db, query, narrow.count))}`;
      return (await run<{ count: number }>(db, counted))[0]?.count ?? 0;
    },
    page: (query, afterSubject, limit) => page(db, query, afterSubject, limit),
    longPage: (query, afterSubject, limit) => page(long, query, afterSubject, limit),
    bySubjects: async (query, subjects) => {
      const scope = await openingScope(db, query);
      return scope ? named(db, query, scope, subjects) : [];
    },
    contactFacts: (customerIds, companyId) => readContactFacts(db, customerIds, companyId),
  };
}

/** Objection purposes open no facts: under any condition they contain nobody. */
async function openingScope(db: Reader, query: PeopleQuery): Promise<PurposeScope | undefined> {
  const scope = await findScope(db, query);
  const conditional = query.conditions !== undefined && query.conditions.conditions.length > 0;
  return conditional && scope?.basis === 'objection' ? undefined : scope;
}

async function narrowFacts(
  db: Reader,
  { conditions }: PeopleQuery,
  limit: number,
): Promise<RawBuilder<unknown> | undefined> {
  const facts = conditions && narrowingFacts(conditions);
  if (!facts) return undefined;
  const counted = sql`select count(*) as count from (${facts} limit ${limit}) as few`;
  const [row] = await run<{ count: number }>(db, counted);
  return row && row.count < limit ? facts : undefined;
}

async function readPage(
  db: Reader,
  query: PeopleQuery,
  narrow: number,
  after: string,
  limit: number,
): Promise<PermittedPerson[]> {
  const scope = await openingScope(db, query);
  if (!scope) return [];
  const facts = await narrowFacts(db, query, narrow);
  if (facts) {
    const found = await run<{ subject: SubjectId }>(
      db,
      sql`select consent.subject ${grantedPeople(query, scope, facts)}`,
    );
    const rest = found.map(({ subject }) => subject).filter((subject) => subject > after);
    return named(db, query, scope, rest.sort().slice(0, limit));
  }
  return people(db, query, scope, (subject) => sql`${subject} > ${after}`, sql` limit ${limit}`);
}

async function named(
  db: Reader,
  query: PeopleQuery,
  scope: PurposeScope,
  subjects: readonly SubjectId[],
): Promise<PermittedPerson[]> {
  if (subjects.length === 0) return [];
  const list = listParameter(subjects);
  return people(db, query, scope, (subject) => dialectOf(db).anyOf(subject, list), sql``);
}

async function people(
  db: Reader,
  query: PeopleQuery,
  scope: PurposeScope,
  which: (subject: RawBuilder<string>) => ReturnType<ReturnType<typeof dialectOf>['anyOf']>,
  end: RawBuilder<unknown>,
): Promise<PermittedPerson[]> {
  if (scope.basis === 'objection') {
    const subject = sql.ref<string>('relationship.subject');
    const rows = await run<RelationshipPart>(
      db,
      sql`select relationship.id, relationship.customer_id, relationship.subject, relationship.created_at
        ${notObjectedPeople(query)} and ${which(subject)} order by relationship.subject${end}`,
    );
    const [newest] = scope.versions;
    return rows.map((row) => ({
      ...idsOf(row),
      since: row.created_at as Instant,
      fields: newest?.fields ?? [],
      asked: newest?.fields ?? [],
      channels: newest?.channels ?? [],
      topics: newest?.topics ?? null,
    }));
  }
  const subject = sql.ref<string>('consent.subject');
  const rows = await run<GrantPart>(
    db,
    sql`select consent.relationship_id as id, consent.subject, consent.version_id, consent.fields,
      consent.channels, consent.decided_at, consent.customer_id
      ${grantedPeople(query, scope)} and ${which(subject)} order by consent.subject${end}`,
  );
  return rows.map((row) => {
    // A grant is good for what its own version asked for, never for more.
    const version = scope.versions.find(({ id }) => id === row.version_id);
    return {
      ...idsOf(row),
      since: row.decided_at as Instant,
      fields: fieldsColumn.read(row.fields).filter((field) => version?.fields.includes(field)),
      asked: version?.fields ?? [],
      channels: channelsColumn.read(row.channels).filter((channel) => version?.channels.includes(channel)),
      topics: version?.topics ?? null,
    };
  });
}

interface RelationshipPart {
  readonly id: string;
  readonly customer_id: string;
  readonly subject: string;
  readonly created_at: string;
}

interface GrantPart extends Omit<RelationshipPart, 'created_at'> {
  readonly version_id: string;
  readonly fields: string;
  readonly channels: string;
  readonly decided_at: string;
}

function idsOf(row: Pick<RelationshipPart, 'id' | 'customer_id' | 'subject'>) {
  return {
    relationshipId: row.id as RelationshipId,
    customerId: row.customer_id as CustomerId,
    subject: row.subject as SubjectId,
  };
}

async function run<Row>(db: Reader, query: RawBuilder<unknown>): Promise<Row[]> {
  return (await query.$castTo<Row>().execute(db)).rows;
}
