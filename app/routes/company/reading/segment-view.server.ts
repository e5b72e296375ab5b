import { notFound } from '#app/auth/require.ts';
import { countSegment } from '#app/core/segment/count-segment.ts';
import type { SegmentView } from '#app/screens/company/segment.tsx';
import type { SegmentLine } from '#app/screens/company/segments.tsx';
import { findSegment } from './people-view.server.ts';
import { readTeam } from './team.server.ts';
import type { StaffVisit } from './visit.server.ts';

/** Newest first, each with its count of this moment. */
export async function readSegmentLines({ core, company, at }: StaffVisit): Promise<SegmentLine[]> {
  const { segment, purpose, people } = core.storage.read;
  const titles = new Map(
    (await purpose.all(company.id)).map(({ purpose: { id }, version }) => [id, version.content.title]),
  );
  return Promise.all(
    (await segment.ofCompany(company.id)).map(async ({ id, name, purposeId, conditions }) => ({
      id,
      name,
      purposeTitle: titles.get(purposeId) ?? {},
      conditions,
      visible: await people.count({ companyId: company.id, purposeId, at, conditions }),
    })),
  );
}

export async function readSegmentView(visit: StaffVisit, id: string | undefined): Promise<SegmentView> {
  const { core, company, at, url } = visit;
  const segment = await findSegment(visit, id);
  const { read } = core.storage;
  const purpose = await read.purpose.find(segment.purposeId);
  const version = await read.purpose.currentVersion(segment.purposeId);
  if (!purpose || !version) throw notFound();
  return {
    segment: { id: segment.id, name: segment.name },
    purpose: { slug: purpose.slug, title: version.content.title },
    retired: purpose.retiredAt !== null && purpose.retiredAt <= at,
    conditions: segment.conditions,
    ...(await countSegment(core, company.id, purpose.id, segment.conditions)),
    createdAt: segment.createdAt,
    createdBy: (await readTeam(visit))(segment.createdBy),
    own: segment.createdBy === visit.staff.pseudonym,
    saved: url.searchParams.get('done') === 'saved',
  };
}
