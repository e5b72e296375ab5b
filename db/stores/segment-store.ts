import type { Segment, SegmentReader, SegmentWriter } from '#app/core/segment/segment-store.ts';
import type { CompanyId, PurposeId, SegmentId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { conditionsColumn } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import type { SegmentRow } from '../tables/segment.ts';

const one = select((db, p: { companyId: string; id: string }) =>
  db.selectFrom('segment').selectAll().where('id', '=', p.id).where('company_id', '=', p.companyId),
);
const byCompany = select((db, p: { companyId: string }) =>
  db
    .selectFrom('segment')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .orderBy('created_at', 'desc')
    .orderBy('id'),
);

export function segmentReader(db: Reader): SegmentReader {
  return {
    find: async (companyId, id) => (await one(db, { companyId, id })).map(toSegment)[0],
    ofCompany: async (companyId) => (await byCompany(db, { companyId })).map(toSegment),
  };
}

export function segmentWriter(db: Writer): SegmentWriter {
  return {
    ...segmentReader(db),
    insert: async (segment) => {
      await db
        .insertInto('segment')
        .values({
          id: segment.id,
          company_id: segment.companyId,
          purpose_id: segment.purposeId,
          name: segment.name,
          conditions: conditionsColumn.write(segment.conditions),
          created_by: segment.createdBy,
          created_at: segment.createdAt,
        })
        .execute();
    },
    remove: async (companyId, id) => {
      await db.deleteFrom('segment').where('id', '=', id).where('company_id', '=', companyId).execute();
    },
  };
}

function toSegment(row: SegmentRow): Segment {
  return {
    id: row.id as SegmentId,
    companyId: row.company_id as CompanyId,
    purposeId: row.purpose_id as PurposeId,
    name: row.name,
    conditions: conditionsColumn.read(row.conditions),
    createdBy: row.created_by,
    createdAt: row.created_at as Instant,
  };
}
