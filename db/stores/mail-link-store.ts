import type { MailLink, MailLinkReader, MailLinkWriter } from '#app/core/mail/mail-link-store.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import type { MailLinkRow } from '../tables/mail.ts';

const byToken = select((db, p: { tokenHash: string }) =>
  db.selectFrom('mail_link').selectAll().where('token_hash', '=', p.tokenHash),
);

const ofOwner = select((db, p: { customerId: string }) =>
  db
    .selectFrom('mail_link')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .orderBy('created_at', 'desc'),
);

export function mailLinkReader(db: Reader): MailLinkReader {
  return {
    find: async (tokenHash) => (await byToken(db, { tokenHash })).map(toLink)[0],
    ofCustomer: async (customerId) => (await ofOwner(db, { customerId })).map(toLink),
  };
}

export function mailLinkWriter(db: Writer): MailLinkWriter {
  return {
    ...mailLinkReader(db),
    ensure: async (link) => {
      await db
        .insertInto('mail_link')
        .values({
          token_hash: link.tokenHash,
          customer_id: link.customerId,
          company_id: link.companyId,
          template: link.template,
          created_at: link.createdAt,
          expires_at: link.expiresAt,
          ended_at: link.endedAt,
        })
        .onConflict((on) => on.column('token_hash').doNothing())
        .execute();
    },
    endOfCustomer: async (customerId, at) => {
      const open = db.updateTable('mail_link').set({ ended_at: at }).where('customer_id', '=', customerId);
      await open.where('ended_at', 'is', null).execute();
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('mail_link').where('customer_id', '=', customerId).execute();
    },
    deleteExpired: async (before) => {
      await db.deleteFrom('mail_link').where('expires_at', '<', before).execute();
    },
  };
}

function toLink(row: MailLinkRow): MailLink {
  return {
    tokenHash: row.token_hash,
    customerId: row.customer_id as CustomerId,
    companyId: row.company_id as CompanyId | null,
    template: row.template,
    createdAt: row.created_at as Instant,
    expiresAt: row.expires_at as Instant,
    endedAt: row.ended_at as Instant | null,
  };
}
