import {
  AGE_NOT_ASKED,
  type AgeAnswers,
  type Customer,
  type CustomerStatus,
} from '#app/core/customer/customer.ts';
import type {
  ChannelVerification,
  CustomerReader,
  CustomerWriter,
} from '#app/core/customer/customer-store.ts';
import type { Channel } from '#schema/channel.ts';
import type { CustomerId, FactId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import { flag, listParameter } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select, write } from '../statement.ts';
import type { CustomerRow } from '../tables/customer.ts';

const byId = select((db, p: { id: string }) => db.selectFrom('customer').selectAll().where('id', '=', p.id));
const byEmailIndex = select((db, p: { index: string }) =>
  db.selectFrom('customer').selectAll().where('email_index', '=', p.index),
);
const byIds = select((db, p: { ids: string }) =>
  db
    .selectFrom('customer')
    .selectAll()
    .where((eb) => dialectOf(db).anyOf(eb.ref('id'), p.ids)),
);
const verificationsOf = select((db, p: { id: string }) =>
  db.selectFrom('channel_verification').selectAll().where('customer_id', '=', p.id).orderBy('channel'),
);
const unconfirmed = select((db, p: { before: string; limit: number }) =>
  db
    .selectFrom('customer')
    .select('id')
    .where('status', '=', 'unconfirmed')
    .where('created_at', '<', p.before)
    .orderBy('created_at')
    .limit(p.limit),
);
const saveVerification = write((db, p: { id: string; channel: string; at: string; how: string }) =>
  db
    .insertInto('channel_verification')
    .values({ customer_id: p.id, channel: p.channel, verified_at: p.at, how: p.how })
    .onConflict((on) =>
      on.columns(['customer_id', 'channel']).doUpdateSet((eb) => ({
        verified_at: eb.ref('excluded.verified_at'),
        how: eb.ref('excluded.how'),
      })),
    ),
);

export function customerReader(db: Reader, long: Reader): CustomerReader {
  return {
    find: async (id) => (await byId(db, { id })).map(toCustomer)[0],
    findMany: async (ids) => (await byIds(long, { ids: listParameter(ids) })).map(toCustomer),
    findByEmailIndex: async (index) => (await byEmailIndex(db, { index })).map(toCustomer)[0],
    verifications: async (id) =>
      (await verificationsOf(db, { id })).map(
        (row): ChannelVerification => ({
          channel: row.channel as Channel,
          verifiedAt: row.verified_at as Instant,
          how: row.how,
        }),
      ),
    unconfirmedBefore: async (before, limit) =>
      (await unconfirmed(db, { before, limit })).map(({ id }) => id as CustomerId),
  };
}

export function customerWriter(db: Writer): CustomerWriter {
  const update = (id: CustomerId, change: Partial<CustomerRow>): Promise<unknown> =>
    db.updateTable('customer').set(change).where('id', '=', id).execute();
  return {
    ...customerReader(db, db),
    insert: async (customer, emailIndex) => {
      await db
        .insertInto('customer')
        .values({
          id: customer.id,
          status: customer.status,
          email_index: emailIndex,
          language: customer.language,
          fact_id: customer.factId,
          ...ageColumns(customer.age),
          restricted_at: customer.restrictedAt,
          created_at: customer.createdAt,
          confirmed_at: customer.confirmedAt,
        })
        .execute();
    },
    confirm: async (id, at) => {
      const unconfirmed = db.updateTable('customer').where('id', '=', id).where('status', '=', 'unconfirmed');
      const { numUpdatedRows } = await unconfirmed
        .set({ status: 'active', confirmed_at: at })
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    setLanguage: async (id, language) => {
      await update(id, { language });
    },
    setAge: async (id, age) => {
      await update(id, ageColumns(age));
    },
    setEmailIndex: async (id, emailIndex) => {
      await update(id, { email_index: emailIndex });
    },
    verify: async (id, { channel, verifiedAt, how }) => {
      await saveVerification(db, { id, channel, at: verifiedAt, how });
    },
    unverify: async (id, channel) => {
      await db
        .deleteFrom('channel_verification')
        .where('customer_id', '=', id)
        .where('channel', '=', channel)
        .execute();
    },
    deleteVerifications: async (id) => {
      await db.deleteFrom('channel_verification').where('customer_id', '=', id).execute();
    },
    leave: async (id) => {
      const nothing = { email_index: null, restricted_at: null, confirmed_at: null };
      await update(id, { ...nothing, ...ageColumns(AGE_NOT_ASKED), status: 'left', language: 'de' });
    },
    deleteUnconfirmed: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom('customer')
        .where('id', '=', id)
        .where('status', '=', 'unconfirmed')
        .executeTakeFirstOrThrow();
      if (numDeletedRows !== 1n) throw new Error('only an unconfirmed account may be deleted this way');
    },
  };
}

function ageColumns({ sixteen, fourteen, answeredAt }: AgeAnswers) {
  return {
    of_age: sixteen === null ? null : flag.write(sixteen),
    of_age_14: fourteen === null ? null : flag.write(fourteen),
    age_answered_at: answeredAt,
  };
}

function toCustomer(row: CustomerRow): Customer {
  return {
    id: row.id as CustomerId,
    status: row.status as CustomerStatus,
    language: row.language as Language,
    factId: row.fact_id as FactId,
    age: {
      sixteen: row.of_age === null ? null : flag.read(row.of_age),
      fourteen: row.of_age_14 === null ? null : flag.read(row.of_age_14),
      answeredAt: row.age_answered_at as Instant | null,
    },
    restrictedAt: row.restricted_at as Instant | null,
    createdAt: row.created_at as Instant,
    confirmedAt: row.confirmed_at as Instant | null,
  };
}
