import type { ProfileReader, ProfileWriter, SealedGroup } from '#app/core/profile/profile-store.ts';
import type { FieldGroup } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { flag, listParameter } from '../columns.ts';
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

interface BlobParts {
  customer: string;
  group: string;
  sealed: Buffer;
  at: string;
  review: string | null;
}

const insertBlob = write((db, p: BlobParts) =>
  db
    .insertInto('vault_blob')
    .values({
      customer_id: p.customer,
      field_group: p.group,
      row_version: 1,
      sealed: p.sealed,
      updated_at: p.at,
      review_at: p.review,
    })
    .onConflict((on) => on.doNothing()),
);
const replaceBlob = write((db, p: BlobParts & { version: number; before: number }) =>
  db
    .updateTable('vault_blob')
    .set({ row_version: p.version, sealed: p.sealed, updated_at: p.at, review_at: p.review })
    .where('customer_id', '=', p.customer)
    .where('field_group', '=', p.group)
    .where('row_version', '=', p.before),
);

const due = select((db, p: { at: string; limit: number }) =>
  db
    .selectFrom('vault_blob')
    .innerJoin('customer', 'customer.id', 'vault_blob.customer_id')
    .leftJoin('profile_reminder', 'profile_reminder.customer_id', 'vault_blob.customer_id')
    .select(['vault_blob.customer_id', 'vault_blob.field_group'])
    .where('vault_blob.review_at', 'is not', null)
    .where('vault_blob.review_at', '<=', p.at)
    .where('customer.status', '=', 'active')
    .where((eb) => eb.or([eb('profile_reminder.off', 'is', null), eb('profile_reminder.off', '=', 0)]))
    .orderBy('vault_blob.review_at')
    .limit(p.limit),
);
const reminder = select((db, p: { customer: string }) =>
  db.selectFrom('profile_reminder').select(['off', 'told_at']).where('customer_id', '=', p.customer),
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
    dueReviews: async (at, limit) =>
      (await due(db, { at, limit })).map((row) => ({
        customerId: row.customer_id as CustomerId,
        group: row.field_group as FieldGroup,
      })),
    reminder: async (customerId) => {
      const [row] = await reminder(db, { customer: customerId });
      return { off: flag.read(row?.off ?? 0), toldAt: (row?.told_at ?? null) as Instant | null };
    },
  };
}

export function profileWriter(db: Writer): ProfileWriter {
  return {
    ...profileReader(db),
    saveGroup: async ({ customerId, group, rowVersion, sealed }, at, reviewAt = null) => {
      const blob = { customer: customerId, group, sealed, at, review: reviewAt };
      const written =
        rowVersion === 1
          ? await insertBlob(db, blob)
          : await replaceBlob(db, { ...blob, version: rowVersion, before: rowVersion - 1 });
      // The row version is sealed into the blob: two writers from one version would lose a value.
      if (written !== 1) throw new Error(`row version ${rowVersion} does not follow the stored one`);
    },
    setReviewAt: async (customerId, group, reviewAt) => {
      await db
        .updateTable('vault_blob')
        .set({ review_at: reviewAt })
        .where('customer_id', '=', customerId)
        .where('field_group', '=', group)
        .execute();
    },
    saveReminder: async (customerId, { off, toldAt }) => {
      const row = { off: flag.write(off), told_at: toldAt };
      await db
        .insertInto('profile_reminder')
        .values({ customer_id: customerId, ...row })
        .onConflict((on) => on.column('customer_id').doUpdateSet(row))
        .execute();
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('vault_blob').where('customer_id', '=', customerId).execute();
      await db.deleteFrom('profile_reminder').where('customer_id', '=', customerId).execute();
    },
  };
}
