import type { PurposeVersion } from '#app/core/purpose/purpose.ts';
import { factMask } from '#schema/field.ts';
import type { CompanyId, PurposeId, PurposeVersionId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { PurposeContent, ReleaseKind } from '#schema/purpose.ts';
import { contentColumn } from '../columns.ts';
import type { Reader } from '../connections.ts';
import { FIRST, select } from '../statement.ts';
import type { PurposeVersionRow } from '../tables/purpose.ts';

/** All of a version but what it says, which is long. */
const HEAD = ['id', 'purpose_id', 'version', 'kind', 'released_at', 'superseded_at', 'usable_until'] as const;
type VersionHead = Pick<PurposeVersionRow, (typeof HEAD)[number]>;

const newestHead = select((db, p: { purposeId: string }) =>
  db
    .selectFrom('purpose_version')
    .select(HEAD)
    .where('purpose_id', '=', p.purposeId)
    .orderBy('version', 'desc')
    .limit(FIRST),
);
const newestHeads = select((db, p: { companyId: string }) =>
  db
    .selectFrom('purpose')
    .innerJoin('purpose_version', 'purpose_version.purpose_id', 'purpose.id')
    .select(HEAD.map((column) => `purpose_version.${column}` as const))
    .where('purpose.company_id', '=', p.companyId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('purpose_version as newer')
            .select('newer.id')
            .whereRef('newer.purpose_id', '=', 'purpose.id')
            .whereRef('newer.version', '>', 'purpose_version.version'),
        ),
      ),
    ),
);
const contentById = select((db, p: { id: string }) =>
  db.selectFrom('purpose_version').select('content').where('id', '=', p.id),
);
const headById = select((db, p: { id: string }) =>
  db.selectFrom('purpose_version').select(HEAD).where('id', '=', p.id),
);
const wholeOfPurpose = select((db, p: { purposeId: string }) =>
  db.selectFrom('purpose_version').selectAll().where('purpose_id', '=', p.purposeId).orderBy('version'),
);

export async function newestVersion(db: Reader, purposeId: PurposeId): Promise<PurposeVersion | undefined> {
  const [head] = await newestHead(db, { purposeId });
  return head && withContent(db, head);
}

/** The newest version of each purpose of a company. */
export async function newestVersions(
  db: Reader,
  companyId: CompanyId,
): Promise<Map<PurposeId, PurposeVersion>> {
  const versions = new Map<PurposeId, PurposeVersion>();
  for (const head of await newestHeads(db, { companyId })) {
    versions.set(head.purpose_id as PurposeId, await withContent(db, head));
  }
  return versions;
}

export async function findVersion(db: Reader, id: PurposeVersionId): Promise<PurposeVersion | undefined> {
  const [head] = await headById(db, { id });
  return head && withContent(db, head);
}

/** All of them as the table has them now: for the check of the log. */
export async function versionsOfPurpose(db: Reader, purposeId: PurposeId): Promise<PurposeVersion[]> {
  const rows = await wholeOfPurpose(db, { purposeId });
  return rows.map((row) => toVersion(row, contentColumn.read(row.content)));
}

/** What was released never changes: each version's content is read once by a process. */
const released = new Map<string, PurposeContent>();
const REMEMBERED = 2_000;

async function withContent(db: Reader, head: VersionHead): Promise<PurposeVersion> {
  const known = released.get(head.id);
  if (known) return toVersion(head, known);
  const [row] = await contentById(db, { id: head.id });
  if (!row) throw new Error(`version ${head.id} is gone`);
  const content = contentColumn.read(row.content);
  if (released.size >= REMEMBERED) released.clear();
  released.set(head.id, content);
  return toVersion(head, content);
}

function toVersion(row: VersionHead, content: PurposeContent): PurposeVersion {
  return {
    id: row.id as PurposeVersionId,
    purposeId: row.purpose_id as PurposeId,
    version: row.version,
    kind: row.kind as ReleaseKind,
    content,
    releasedAt: row.released_at as Instant,
    supersededAt: row.superseded_at as Instant | null,
    usableUntil: row.usable_until as Instant | null,
  };
}

export function toVersionRow(version: PurposeVersion): PurposeVersionRow {
  return {
    id: version.id,
    purpose_id: version.purposeId,
    version: version.version,
    kind: version.kind,
    content: contentColumn.write(version.content),
    fact_mask: factMask(version.content.fields.map(({ field }) => field)),
    released_at: version.releasedAt,
    superseded_at: version.supersededAt,
    usable_until: version.usableUntil,
  };
}
