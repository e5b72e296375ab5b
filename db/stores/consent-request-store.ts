import type { ConsentRequest } from '#app/core/consent-request/consent-request.ts';
import type {
  ConsentRequestReader,
  ConsentRequestWriter,
} from '#app/core/consent-request/consent-request-store.ts';
import { ConsentEventKind } from '#schema/consent.ts';
import { HeldCause } from '#schema/consent-request.ts';
import type { CompanyId, ConsentRequestId, CustomerId, PurposeId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Reader, Writer } from '../connections.ts';
import { select, write } from '../statement.ts';
import type { ConsentRequestRow } from '../tables/consent-request.ts';

const byId = select((db, p: { id: string }) =>
  db.selectFrom('consent_request').selectAll().where('id', '=', p.id),
);
const byCustomer = select((db, p: { customerId: string; limit: number }) =>
  db
    .selectFrom('consent_request')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(p.limit),
);
const byCompany = select((db, p: { companyId: string; limit: number }) =>
  db
    .selectFrom('consent_request')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(p.limit),
);
const byBoth = select((db, p: { customerId: string; companyId: string; since: string }) =>
  db
    .selectFrom('consent_request')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .where('company_id', '=', p.companyId)
    .where('asked_at', '>', p.since),
);
const stopsOf = select((db, p: { customerId: string }) =>
  db.selectFrom('question_stop').selectAll().where('customer_id', '=', p.customerId),
);
/** Part of every decision on a consent: one look into an index that is mostly empty there. */
const settle = write(
  (db, p: { relationshipId: string; purposeId: string; kind: string; index: number; at: string }) =>
    db
      .updateTable('consent_request')
      .set({ answer: p.kind, answer_index: p.index, answered_at: p.at })
      .where('relationship_id', '=', p.relationshipId)
      .where('purpose_id', '=', p.purposeId)
      .where('answer', 'is', null)
      .where('held_back', 'is', null)
      .where('expires_at', '>', p.at),
);
const reopen = write((db, p: { relationshipId: string; purposeId: string; index: number }) =>
  db
    .updateTable('consent_request')
    .set({ answer: null, answer_index: null, answered_at: null })
    .where('relationship_id', '=', p.relationshipId)
    .where('purpose_id', '=', p.purposeId)
    .where('answer_index', '=', p.index),
);

export function consentRequestReader(db: Reader): ConsentRequestReader {
  return {
    find: async (id) => (await byId(db, { id })).map(toRequest)[0],
    ofCustomer: async (customerId, limit) => (await byCustomer(db, { customerId, limit })).map(toRequest),
    ofCompany: async (companyId, limit) => (await byCompany(db, { companyId, limit })).map(toRequest),
    between: async (customerId, companyId, since) =>
      (await byBoth(db, { customerId, companyId, since })).map(toRequest),
    stops: async (customerId) =>
      (await stopsOf(db, { customerId })).map(({ company_id, at }) => ({
        companyId: company_id as CompanyId,
        at: at as Instant,
      })),
  };
}

export function consentRequestWriter(db: Writer): ConsentRequestWriter {
  return {
    ...consentRequestReader(db),
    insert: async (request) => {
      await db.insertInto('consent_request').values(toRow(request)).execute();
    },
    settle: async (relationshipId, purposeId, answer) => {
      await settle(db, { relationshipId, purposeId, ...answer });
    },
    reopen: async (relationshipId, purposeId, index) => {
      await reopen(db, { relationshipId, purposeId, index });
    },
    postpone: async (id, laterUntil, expiresAt) => {
      const change = { later_until: laterUntil, expires_at: expiresAt };
      await db.updateTable('consent_request').set(change).where('id', '=', id).execute();
    },
    holdBack: async (customerId, companyId, cause) => {
      await db
        .updateTable('consent_request')
        .set({ held_back: cause })
        .where('customer_id', '=', customerId)
        .where('company_id', '=', companyId)
        .where('answer', 'is', null)
        .where('held_back', 'is', null)
        .execute();
    },
    putBack: async (id) => {
      await db.updateTable('consent_request').set({ held_back: null }).where('id', '=', id).execute();
    },
    stop: async (customerId, companyId, at) => {
      await db
        .insertInto('question_stop')
        .values({ customer_id: customerId, company_id: companyId, at })
        .onConflict((on) => on.columns(['customer_id', 'company_id']).doNothing())
        .execute();
    },
    allow: async (customerId, companyId) => {
      await db
        .deleteFrom('question_stop')
        .where('customer_id', '=', customerId)
        .where('company_id', '=', companyId)
        .execute();
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('consent_request').where('customer_id', '=', customerId).execute();
      await db.deleteFrom('question_stop').where('customer_id', '=', customerId).execute();
    },
    deleteOfRelationship: async (relationshipId) => {
      await db.deleteFrom('consent_request').where('relationship_id', '=', relationshipId).execute();
    },
  };
}

function toRow(request: ConsentRequest): ConsentRequestRow {
  return {
    id: request.id,
    relationship_id: request.relationshipId,
    customer_id: request.customerId,
    company_id: request.companyId,
    purpose_id: request.purposeId,
    asked_by: request.askedBy,
    asked_at: request.askedAt,
    expires_at: request.expiresAt,
    held_back: request.heldBack,
    later_until: request.laterUntil,
    answer: request.answer?.kind ?? null,
    answer_index: request.answer?.index ?? null,
    answered_at: request.answer?.at ?? null,
    sealed: request.sealed,
  };
}

function toRequest(row: ConsentRequestRow): ConsentRequest {
  const { answer, answer_index: index, answered_at: at } = row;
  return {
    id: row.id as ConsentRequestId,
    relationshipId: row.relationship_id as RelationshipId,
    customerId: row.customer_id as CustomerId,
    companyId: row.company_id as CompanyId,
    purposeId: row.purpose_id as PurposeId,
    askedBy: row.asked_by,
    askedAt: row.asked_at as Instant,
    expiresAt: row.expires_at as Instant,
    heldBack: row.held_back === null ? null : HeldCause.parse(row.held_back),
    laterUntil: row.later_until as Instant | null,
    answer:
      answer === null || index === null || at === null
        ? null
        : { kind: ConsentEventKind.parse(answer), index, at: at as Instant },
    sealed: row.sealed,
  };
}
