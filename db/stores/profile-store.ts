import type { ProfileReader, ProfileWriter, SealedGroup } from '#app/core/profile/profile-store.ts';
import type { FieldGroup } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import { listParameter } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select, write } from '../statement.ts';

const allGroups = select((db, p: { customers: string }) => blobsOf(db, p.customers));
const someGroups = select((db, p: { customers: string; groups: string }) =>
  blobsOf(db, p.customers).where((eb) => dialectOf(db).anyOf(eb.ref('field_group'), p.groups)),
);

function blobsOf(db: Reader, customers: string) {
  return db
    .selectFrom('vault_blob')
    .select(['customer_id', 'field_group', 'row_version', 'sealed'])
    .where((eb) => dialectOf(db).anyOf(eb.ref('customer_id'), customers));
}

const insertBlob = write((db, p: { customer: string; group: string; sealed: Buffer; at: string }) =>
  db
    .insertInto('vault_blob')
    .values({
      customer_id: p.customer,
      field_group: p.group,
      row_version: 1,
      sealed: p.sealed,
      updated_at: p.at,
    })
    .onConflict((on) => on.doNothing()),
);
const replaceBlob = write(
  (db, p: { customer: string; group: string; sealed: Buffer; at: string; version: number; before: number }) =>
    db
      .updateTable('vault_blob')
      .set({ row_version: p.version, sealed: p.sealed, updated_at: p.at })
      .where('customer_id', '=', p.customer)
      .where('field_group', '=', p.group)
      .where('row_version', '=', p.before),
);

export function profileReader(db: Reader): ProfileReader {
  return {
    sealedGroups: async (customerIds, groups) => {
      if (customerIds.length === 0) return [];
      const customers = listParameter(customerIds);
      const found = groups
        ? await someGroups(db, { customers, groups: listParameter(groups) })
        : await allGroups(db, { customers });
      return found.map(
        (row): SealedGroup => ({
          customerId: row.customer_id as CustomerId,
          group: row.field_group as FieldGroup,
          rowVersion: row.row_version,
          sealed: row.sealed,
        }),
      );
    },
  };
}

export function profileWriter(db: Writer): ProfileWriter {
  return {
    ...profileReader(db),
    saveGroup: async ({ customerId, group, rowVersion, sealed }, at) => {
      const blob = { customer: customerId, group, sealed, at };
      const written =
        rowVersion === 1
          ? await insertBlob(db, blob)
          : await replaceBlob(db, { ...blob, version: rowVersion, before: rowVersion - 1 });
      // The row version is sealed into the blob: two writers from one version would lose a value.
      if (written !== 1) throw new Error(`row version ${rowVersion} does not follow the stored one`);
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('vault_blob').where('customer_id', '=', customerId).execute();
    },
  };
}
