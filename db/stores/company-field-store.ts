import type { CompanyField } from '#app/core/company-field/company-field.ts';
import type {
  CompanyFieldReader,
  CompanyFieldWriter,
  FieldAnswer,
} from '#app/core/company-field/company-field-store.ts';
import type { CompanyFieldId } from '#schema/field.ts';
import type { CompanyId, CustomerId, Slug, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { companyFieldColumn, listParameter } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';
import type { CompanyFieldRow } from '../tables/company-field.ts';

const byId = select((db, p: { id: string }) =>
  db.selectFrom('company_field').selectAll().where('id', '=', p.id),
);
const byIds = select((db, p: { ids: string }) =>
  db
    .selectFrom('company_field')
    .selectAll()
    .where((eb) => dialectOf(db).anyOf(eb.ref('id'), p.ids)),
);
const byCompany = select((db, p: { companyId: string }) =>
  db
    .selectFrom('company_field')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .orderBy('position')
    .orderBy('id'),
);
const allReleased = select((db) =>
  db.selectFrom('company_field').selectAll().where('released_at', 'is not', null).orderBy('id'),
);
const answers = select((db, p: { customerId: string }) =>
  db.selectFrom('field_answer').selectAll().where('customer_id', '=', p.customerId),
);

export function companyFieldReader(db: Reader): CompanyFieldReader {
  return {
    find: async (id) => (await byId(db, { id })).map(toField)[0],
    findMany: async (ids) =>
      ids.length === 0 ? [] : (await byIds(db, { ids: listParameter(ids) })).map(toField),
    ofCompany: async (companyId) => (await byCompany(db, { companyId })).map(toField),
    released: async () => (await allReleased(db, {})).map(toField),
    answersOf: async (customerId) =>
      (await answers(db, { customerId })).map(
        (row): FieldAnswer => ({
          customerId: row.customer_id as CustomerId,
          companyId: row.company_id as CompanyId,
          field: row.field as CompanyFieldId,
          state: row.state as FieldAnswer['state'],
          at: row.at as Instant,
        }),
      ),
  };
}

export function companyFieldWriter(db: Writer): CompanyFieldWriter {
  const update = (id: CompanyFieldId, change: Partial<CompanyFieldRow>): Promise<unknown> =>
    db.updateTable('company_field').set(change).where('id', '=', id).execute();
  return {
    ...companyFieldReader(db),
    insert: async (field) => {
      await db
        .insertInto('company_field')
        .values({
          id: field.id,
          company_id: field.companyId,
          slug: field.slug,
          content: companyFieldColumn.write(field.content),
          position: field.position,
          created_by: field.createdBy,
          created_at: field.createdAt,
          released_by: field.releasedBy,
          released_at: field.releasedAt,
          retired_at: field.retiredAt,
        })
        .execute();
    },
    release: async (id, by, at) => {
      await update(id, { released_by: by, released_at: at });
    },
    retire: async (id, at) => {
      await update(id, { retired_at: at });
    },
    deleteDraft: async (id) => {
      await db.deleteFrom('company_field').where('id', '=', id).where('released_at', 'is', null).execute();
    },
    saveAnswer: async ({ customerId, companyId, field, state, at }) => {
      await db
        .insertInto('field_answer')
        .values({ customer_id: customerId, company_id: companyId, field, state, at })
        .onConflict((on) => on.columns(['customer_id', 'field']).doUpdateSet({ state, at }))
        .execute();
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('field_answer').where('customer_id', '=', customerId).execute();
    },
  };
}

function toField(row: CompanyFieldRow): CompanyField {
  return {
    id: row.id as CompanyFieldId,
    companyId: row.company_id as CompanyId,
    slug: row.slug as Slug,
    content: companyFieldColumn.read(row.content),
    position: row.position,
    createdBy: row.created_by as StaffId,
    createdAt: row.created_at as Instant,
    releasedBy: row.released_by as StaffId | null,
    releasedAt: row.released_at as Instant | null,
    retiredAt: row.retired_at as Instant | null,
  };
}
