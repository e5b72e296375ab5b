import type { Staff } from '#app/core/staff/staff.ts';
import type { StaffReader, StaffWriter } from '#app/core/staff/staff-store.ts';
import type { CompanyId, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import { rolesColumn } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import type { StaffRow } from '../tables/company.ts';

const byId = select((db, p: { id: string }) => db.selectFrom('staff').selectAll().where('id', '=', p.id));
const byEmail = select((db, p: { email: string }) =>
  db.selectFrom('staff').selectAll().where('email', '=', p.email),
);
const byCompany = select((db, p: { companyId: string }) =>
  db.selectFrom('staff').selectAll().where('company_id', '=', p.companyId).orderBy('name').orderBy('id'),
);

export function staffReader(db: Reader): StaffReader {
  return {
    find: async (id) => (await byId(db, { id })).map(toStaff)[0],
    findByEmail: async (email) => (await byEmail(db, { email })).map(toStaff)[0],
    ofCompany: async (companyId) => (await byCompany(db, { companyId })).map(toStaff),
  };
}

export function staffWriter(db: Writer): StaffWriter {
  return {
    ...staffReader(db),
    insert: async (staff) => {
      await db
        .insertInto('staff')
        .values({
          id: staff.id,
          company_id: staff.companyId,
          email: staff.email,
          name: staff.name,
          pseudonym: staff.pseudonym,
          roles: rolesColumn.write([...staff.roles]),
          language: staff.language,
          created_at: staff.createdAt,
          ended_at: staff.endedAt,
        })
        .execute();
    },
  };
}

function toStaff(row: StaffRow): Staff {
  return {
    id: row.id as StaffId,
    companyId: row.company_id as CompanyId | null,
    email: row.email,
    name: row.name,
    pseudonym: row.pseudonym,
    roles: rolesColumn.read(row.roles),
    language: row.language as Language,
    createdAt: row.created_at as Instant,
    endedAt: row.ended_at as Instant | null,
  };
}
