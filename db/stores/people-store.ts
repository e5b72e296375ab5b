import type {
  ContactFacts,
  PeopleQuery,
  PeopleReader,
  PermittedPerson,
} from '#app/core/permission/people-store.ts';
import type { Channel } from '#schema/channel.ts';
import type { CustomerId, RelationshipId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { channelsColumn, fieldsColumn, listParameter } from '../columns.ts';
import type { Reader } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';
import { permittedPeople } from './permitted-people.ts';
import { ALL_COMPANIES } from './preference-store.ts';
import { findScope, type PurposeScope } from './purpose-scope.ts';

export function peopleReader(db: Reader, long: Reader): PeopleReader {
  return {
    count: async (query) => {
      const scope = await findScope(db, query);
      if (!scope) return 0;
      const counted = permittedPeople(db, query, scope).select((eb) => eb.fn.countAll<number>().as('count'));
      return (await counted.executeTakeFirstOrThrow()).count;
    },
    page: (query, afterSubject, limit) => page(db, query, afterSubject, limit),
    longPage: (query, afterSubject, limit) => page(long, query, afterSubject, limit),
    bySubjects: async (query, subjects) => {
      const scope = await findScope(db, query);
      if (!scope || subjects.length === 0) return [];
      const rows = await people(db, query, scope)
        .where((eb) => dialectOf(db).anyOf(eb.ref('relationship.subject'), listParameter(subjects)))
        .execute();
      return rows.map((row) => toPerson(row, scope));
    },
    contactFacts: (customerIds, companyId) => readContactFacts(db, customerIds, companyId),
  };
}

async function page(
  db: Reader,
  query: PeopleQuery,
  afterSubject: SubjectId | null,
  limit: number,
): Promise<PermittedPerson[]> {
  const scope = await findScope(db, query);
  if (!scope) return [];
  const all = people(db, query, scope);
  const after = afterSubject === null ? all : all.where('relationship.subject', '>', afterSubject);
  const rows = await after.limit(limit).execute();
  return rows.map((row) => toPerson(row, scope));
}

function people(db: Reader, query: PeopleQuery, scope: PurposeScope) {
  return permittedPeople(db, query, scope)
    .select([
      'relationship.id',
      'relationship.customer_id',
      'relationship.subject',
      'relationship.created_at',
      'consent.version_id',
      'consent.fields',
      'consent.channels',
      'consent.decided_at',
    ])
    .orderBy('relationship.subject');
}

interface PersonRow {
  readonly id: string;
  readonly customer_id: string;
  readonly subject: string;
  readonly created_at: string;
  readonly version_id: string | null;
  readonly fields: string | null;
  readonly channels: string | null;
  readonly decided_at: string | null;
}

function toPerson(row: PersonRow, scope: PurposeScope): PermittedPerson {
  const person = {
    relationshipId: row.id as RelationshipId,
    customerId: row.customer_id as CustomerId,
    subject: row.subject as SubjectId,
  };
  const [newest] = scope.versions;
  if (scope.basis === 'objection') {
    const { fields = [], channels = [] } = newest ?? {};
    return { ...person, since: row.created_at as Instant, fields, channels };
  }
  // A grant is good for what its own version asked for, never for more.
  const asked = scope.versions.find(({ id }) => id === row.version_id);
  return {
    ...person,
    since: (row.decided_at ?? row.created_at) as Instant,
    fields: fieldsColumn.read(row.fields ?? '[]').filter((field) => asked?.fields.includes(field)),
    channels: channelsColumn
      .read(row.channels ?? '[]')
      .filter((channel) => asked?.channels.includes(channel)),
  };
}

const preferences = select((db, p: { customers: string; companyId: string }) =>
  db
    .selectFrom('preference')
    .select(['customer_id', 'company_id', 'channels_off'])
    .where((eb) => dialectOf(db).anyOf(eb.ref('customer_id'), p.customers))
    .where('company_id', 'in', [ALL_COMPANIES, p.companyId])
    .where('channels_off', 'is not', null)
    // The default comes first and is overwritten by the company's own.
    .orderBy('company_id'),
);
const verified = select((db, p: { customers: string }) =>
  db
    .selectFrom('channel_verification')
    .select(['customer_id', 'channel'])
    .where((eb) => dialectOf(db).anyOf(eb.ref('customer_id'), p.customers)),
);

async function readContactFacts(
  db: Reader,
  customerIds: readonly CustomerId[],
  companyId: string,
): Promise<Map<CustomerId, ContactFacts>> {
  const customers = listParameter(customerIds);
  const off = new Map<string, readonly Channel[]>();
  const proved = new Map<string, Channel[]>();
  if (customerIds.length > 0) {
    for (const row of await preferences(db, { customers, companyId })) {
      off.set(row.customer_id, channelsColumn.read(row.channels_off ?? '[]'));
    }
    for (const { customer_id, channel } of await verified(db, { customers })) {
      proved.set(customer_id, [...(proved.get(customer_id) ?? []), channel as Channel]);
    }
  }
  return new Map(
    customerIds.map((id) => [id, { channelsOff: off.get(id) ?? [], verified: proved.get(id) ?? [] }]),
  );
}
