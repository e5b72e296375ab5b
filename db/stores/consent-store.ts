import { sql } from 'kysely';
import type { Consent } from '#app/core/consent/consent.ts';
import type { ConsentReader, ConsentWriter } from '#app/core/consent/consent-store.ts';
import type { ConsentState } from '#schema/consent.ts';
import { factMask } from '#schema/field.ts';
import type { CompanyId, FactId, PurposeId, PurposeVersionId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { channelsColumn, fieldsColumn, listParameter, undoColumn } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select, write } from '../statement.ts';
import type { ConsentRow } from '../tables/consent.ts';
import { dueConsents, duePeople } from './due-consents.ts';
import { usableFrom } from './usable-from.ts';

const one = select((db, p: { relationshipId: string; purposeId: string }) =>
  db
    .selectFrom('consent')
    .selectAll()
    .where('relationship_id', '=', p.relationshipId)
    .where('purpose_id', '=', p.purposeId),
);
const byRelationship = select((db, p: { relationshipId: string }) =>
  db.selectFrom('consent').selectAll().where('relationship_id', '=', p.relationshipId).orderBy('purpose_id'),
);
const byRelationships = select((db, p: { ids: string }) =>
  db
    .selectFrom('consent')
    .selectAll()
    .where((eb) => dialectOf(db).anyOf(eb.ref('relationship_id'), p.ids)),
);
const byCustomer = select((db, p: { customerId: string }) =>
  db
    .selectFrom('relationship')
    .innerJoin('consent', 'consent.relationship_id', 'relationship.id')
    .selectAll('consent')
    .where('relationship.customer_id', '=', p.customerId)
    .where('relationship.ended_at', 'is', null)
    .orderBy('consent.relationship_id')
    .orderBy('consent.purpose_id'),
);
const openFacts = select((db, p: { customerId: string; at: string }) =>
  db
    .selectFrom('relationship')
    .innerJoin('consent', 'consent.relationship_id', 'relationship.id')
    .select('consent.fact_mask')
    .where('relationship.customer_id', '=', p.customerId)
    .where('relationship.ended_at', 'is', null)
    .where((eb) => eb.or([eb('consent.expires_at', 'is', null), eb('consent.expires_at', '>', p.at)])),
);
const expired = select((db, p: { at: string; limit: number }) =>
  db
    .selectFrom('consent')
    .selectAll()
    .where(sql.ref('state'), '=', sql.lit('granted'))
    .where('expires_at', '<=', p.at)
    .orderBy('expires_at')
    .limit(p.limit),
);
/** What SQL asks of the relationship is copied beside the answer; without its relationship nothing is written. */
const save = write((db, p: NewConsent) =>
  db
    .insertInto('consent')
    .columns([
      'relationship_id',
      'customer_id',
      'subject',
      'usable_from',
      'purpose_id',
      'company_id',
      'fact_id',
      'state',
      'version_id',
      'fields',
      'fact_mask',
      'channels',
      'decided_at',
      'expires_at',
      'no_since',
      'last_index',
      'previous',
    ])
    .expression((eb) =>
      eb
        .selectFrom('relationship')
        .select((from) => [
          'id',
          'customer_id',
          'subject',
          usableFrom(sql`cast(${p.state} as text)`).as('usable_from'),
          from.val(p.purpose_id).as('purpose_id'),
          'company_id',
          'fact_id',
          from.val(p.state).as('state'),
          from.val(p.version_id).as('version_id'),
          from.val(p.fields).as('fields'),
          // A bare parameter in a select list is text to PostgreSQL.
          from.cast<number>(from.val(p.fact_mask), 'integer').as('fact_mask'),
          from.val(p.channels).as('channels'),
          from.val(p.decided_at).as('decided_at'),
          from.val(p.expires_at).as('expires_at'),
          from.val(p.no_since).as('no_since'),
          from.cast<number>(from.val(p.last_index), 'bigint').as('last_index'),
          from.val(p.previous).as('previous'),
        ])
        .where('id', '=', p.relationship_id)
        .where('company_id', '=', p.company_id),
    )
    .onConflict((on) =>
      on.columns(['relationship_id', 'purpose_id']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        version_id: eb.ref('excluded.version_id'),
        fields: eb.ref('excluded.fields'),
        fact_mask: eb.ref('excluded.fact_mask'),
        channels: eb.ref('excluded.channels'),
        decided_at: eb.ref('excluded.decided_at'),
        expires_at: eb.ref('excluded.expires_at'),
        no_since: eb.ref('excluded.no_since'),
        last_index: eb.ref('excluded.last_index'),
        previous: eb.ref('excluded.previous'),
      })),
    ),
);

export function consentReader(db: Reader, long: Reader): ConsentReader {
  return {
    find: async (relationshipId, purposeId) =>
      (await one(db, { relationshipId, purposeId })).map(toConsent)[0],
    ofRelationship: async (relationshipId) => (await byRelationship(db, { relationshipId })).map(toConsent),
    ofRelationships: async (ids) =>
      (await byRelationships(long, { ids: listParameter(ids) })).map((row) => ({
        ...toConsent(row),
        factMask: row.fact_mask,
        customerId: row.customer_id,
        subject: row.subject,
        usableFrom: row.usable_from,
      })),
    ofCustomer: async (customerId) => (await byCustomer(db, { customerId })).map(toConsent),
    openFacts: async (customerId, at) =>
      (await openFacts(db, { customerId, at })).reduce((mask, { fact_mask }) => mask | fact_mask, 0),
    expiredAt: async (at, limit) => (await expired(db, { at, limit })).map(toConsent),
    due: (purposeIds, window) => dueConsents(db, purposeIds, window),
    duePeople: (list) => duePeople(db, list),
  };
}

export function consentWriter(db: Writer): ConsentWriter {
  return {
    ...consentReader(db, db),
    save: async (consent) => {
      const saved = await save(db, toRow(consent));
      if (saved !== 1) throw new Error('a consent belongs to a relationship that does not exist');
    },
    deleteOfRelationship: async (relationshipId) => {
      await db.deleteFrom('consent').where('relationship_id', '=', relationshipId).execute();
    },
  };
}

type NewConsent = Omit<ConsentRow, 'fact_id' | 'customer_id' | 'subject' | 'usable_from'>;

function toRow({ standing, ...consent }: Consent): NewConsent {
  return {
    relationship_id: consent.relationshipId,
    purpose_id: consent.purposeId,
    company_id: consent.companyId,
    state: standing.state,
    version_id: standing.versionId,
    fields: fieldsColumn.write(standing.fields),
    // Only a grant opens a fact: the mask is what makes "a filter is a read" one condition in SQL.
    fact_mask: standing.state === 'granted' ? factMask(standing.fields) : 0,
    channels: channelsColumn.write(standing.channels),
    decided_at: standing.decidedAt,
    expires_at: standing.expiresAt,
    no_since: consent.noSince,
    last_index: consent.lastIndex,
    previous: consent.previous && undoColumn.write(consent.previous),
  };
}

function toConsent(row: ConsentRow): Consent {
  return {
    relationshipId: row.relationship_id as RelationshipId,
    purposeId: row.purpose_id as PurposeId,
    companyId: row.company_id as CompanyId,
    factId: row.fact_id as FactId,
    standing: {
      state: row.state as ConsentState,
      versionId: row.version_id as PurposeVersionId | null,
      fields: fieldsColumn.read(row.fields),
      channels: channelsColumn.read(row.channels),
      decidedAt: row.decided_at as Instant | null,
      expiresAt: row.expires_at as Instant | null,
    },
    noSince: row.no_since as Instant | null,
    lastIndex: row.last_index,
    previous: row.previous === null ? null : undoColumn.read(row.previous),
  };
}
