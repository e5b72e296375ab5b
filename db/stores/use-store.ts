import { sql } from 'kysely';
import type { UseReader, UseReport, UseWriter } from '#app/core/use/use-store.ts';
import type { Channel } from '#schema/channel.ts';
import type { CompanyId, PurposeId, UseReportId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Topic } from '#schema/topic.ts';
import { UseMethod } from '#schema/use.ts';
import { listParameter, usePartsColumn } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { insertRows, select } from '../statement.ts';
import type { UseReportRow } from '../tables/use.ts';

const between = select((db, p: { relationshipId: string; since: string; until: string }) =>
  db
    .selectFrom('use')
    .select('at')
    .where('relationship_id', '=', p.relationshipId)
    .where('at', '>', p.since)
    .where('at', '<=', p.until)
    .orderBy('at', 'desc'),
);
const ofRelationship = select((db, p: { relationshipId: string; limit: number }) =>
  db
    .selectFrom('use')
    .selectAll()
    .where('relationship_id', '=', p.relationshipId)
    .orderBy('at', 'desc')
    .limit(p.limit),
);
const last = select((db, p: { relationshipId: string }) =>
  db.selectFrom('last_use').selectAll().where('relationship_id', '=', p.relationshipId),
);
const byReference = select((db, p: { companyId: string; reference: string }) =>
  db
    .selectFrom('use_report')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .where('reference', '=', p.reference),
);
const newest = select((db, p: { companyId: string; limit: number }) =>
  db
    .selectFrom('use_report')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .limit(p.limit),
);
const reporting = select((db, p: { companyId: string }) =>
  db.selectFrom('use_reporting').select('since').where('company_id', '=', p.companyId),
);

const relationships = select((db, p: { customerId: string }) =>
  db.selectFrom('relationship').select('id').where('customer_id', '=', p.customerId),
);

export function contactUseReader(db: Reader): UseReader {
  return {
    instants: async (relationshipId, since, until) =>
      (await between(db, { relationshipId, since, until })).map(({ at }) => at as Instant),
    ofRelationship: async (relationshipId, limit) =>
      (await ofRelationship(db, { relationshipId, limit })).map((row) => ({
        relationshipId,
        purposeId: row.purpose_id as PurposeId,
        channel: row.channel as Channel,
        topic: row.topic as Topic | null,
        at: row.at as Instant,
        how: UseMethod.parse(row.how),
        reportedAt: row.recorded_at as Instant,
      })),
    lastUses: async (relationshipId) =>
      (await last(db, { relationshipId })).map(({ purpose_id, channel, at }) => ({
        purposeId: purpose_id as PurposeId,
        channel: channel as Channel,
        at: at as Instant,
      })),
    findReport: async (companyId, reference) =>
      (await byReference(db, { companyId, reference })).map(toReport)[0],
    reports: async (companyId, limit) => (await newest(db, { companyId, limit })).map(toReport),
    reportingSince: async (companyId) =>
      ((await reporting(db, { companyId }))[0]?.since as Instant | undefined) ?? null,
  };
}

export function contactUseWriter(db: Writer): UseWriter {
  return {
    ...contactUseReader(db),
    insertReport: async (report, uses) => {
      await db
        .insertInto('use_report')
        .values({
          id: report.id,
          company_id: report.companyId,
          reference: report.reference,
          content_hash: report.contentHash,
          parts: usePartsColumn.write([...report.parts]),
          how: report.how,
          reported_by: report.reportedBy,
          recorded_at: report.recordedAt,
        })
        .execute();
      await insertRows(
        db,
        'use',
        uses.map(({ id, relationshipId, purposeId, channel, topic, at }) => ({
          id,
          relationship_id: relationshipId,
          report_id: report.id,
          purpose_id: purposeId,
          channel,
          topic,
          at,
          how: report.how,
          recorded_at: report.recordedAt,
        })),
      );
      // One statement for all of them: the newest of this report, unless a newer one is known.
      await sql`insert into last_use (relationship_id, purpose_id, channel, at)
        select relationship_id, purpose_id, channel, max(at) from "use" where report_id = ${report.id}
        group by relationship_id, purpose_id, channel
        on conflict (relationship_id, purpose_id, channel) do update set at = excluded.at
        where excluded.at > last_use.at`.execute(db);
    },
    setReporting: async (companyId, since, saidBy) => {
      await db.deleteFrom('use_reporting').where('company_id', '=', companyId).execute();
      if (since)
        await db
          .insertInto('use_reporting')
          .values({ company_id: companyId, since, said_by: saidBy })
          .execute();
    },
    deleteOfRelationship: (relationshipId) => deleteOf(db, [relationshipId]),
    deleteOfCustomer: async (customerId) => {
      const own = await relationships(db, { customerId });
      await deleteOf(
        db,
        own.map(({ id }) => id),
      );
    },
  };
}

async function deleteOf(db: Writer, relationshipIds: readonly string[]): Promise<void> {
  const list = listParameter(relationshipIds);
  for (const table of ['use', 'last_use'] as const)
    await db
      .deleteFrom(table)
      .where((eb) => dialectOf(db).anyOf(eb.ref('relationship_id'), list))
      .execute();
}

function toReport(row: UseReportRow): UseReport {
  return {
    id: row.id as UseReportId,
    companyId: row.company_id as CompanyId,
    reference: row.reference,
    contentHash: row.content_hash,
    parts: usePartsColumn.read(row.parts),
    how: UseMethod.parse(row.how),
    reportedBy: row.reported_by,
    recordedAt: row.recorded_at as Instant,
  };
}
