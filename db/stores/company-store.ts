import { sql } from 'kysely';
import type { Company, PrivacyNotice } from '#app/core/company/company.ts';
import type { CompanyReader, CompanyWriter } from '#app/core/company/company-store.ts';
import type { CompanyId, NoticeId, Slug } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { noticeColumn, profileColumn } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { FIRST, select } from '../statement.ts';
import type { CompanyRow, PrivacyNoticeRow } from '../tables/company.ts';

const byId = select((db, p: { id: string }) => db.selectFrom('company').selectAll().where('id', '=', p.id));
const bySlug = select((db, p: { slug: string }) =>
  db.selectFrom('company').selectAll().where('slug', '=', p.slug),
);
const newestNotice = select((db, p: { owner: string; language: string }) =>
  db
    .selectFrom('privacy_notice')
    .selectAll()
    .where(sql`coalesce(company_id, '')`, '=', p.owner)
    .orderBy((eb) => eb.case().when('language', '=', p.language).then(0).else(1).end())
    .orderBy('version', 'desc')
    .limit(FIRST),
);

/** Both read the index alone; the texts are long. */
const newestNoticeVersion = select((db, p: { owner: string; language: string }) =>
  noticeVersions(db, p.owner).where('language', '=', p.language).orderBy('version', 'desc').limit(FIRST),
);
const newestNoticeVersionInAny = select((db, p: { owner: string }) =>
  noticeVersions(db, p.owner).orderBy('version', 'desc').limit(FIRST),
);
const noticeVersions = (db: Reader, owner: string) =>
  db.selectFrom('privacy_notice').select('version').where(sql`coalesce(company_id, '')`, '=', owner);

const noticesOf = select((db, p: { owner: string }) =>
  db
    .selectFrom('privacy_notice')
    .selectAll()
    .where(sql`coalesce(company_id, '')`, '=', p.owner)
    .orderBy('version')
    .orderBy('language'),
);

export function companyReader(db: Reader): CompanyReader {
  return {
    find: async (id) => one(await byId(db, { id })),
    findBySlug: async (slug) => one(await bySlug(db, { slug })),
    all: async () => {
      const companies = (await db.selectFrom('company').selectAll().execute()).map(toCompany);
      return companies.sort((a, b) => a.profile.name.localeCompare(b.profile.name, 'de'));
    },
    currentNoticeVersion: async (companyId, language) => {
      const owner = companyId ?? '';
      const own = await newestNoticeVersion(db, { owner, language });
      return (own[0] ?? (await newestNoticeVersionInAny(db, { owner }))[0])?.version;
    },
    currentNotice: async (companyId, language) => {
      const [row] = await newestNotice(db, { owner: companyId ?? '', language });
      return row && toNotice(row);
    },
    notices: async (companyId) => (await noticesOf(db, { owner: companyId ?? '' })).map(toNotice),
  };
}

export function companyWriter(db: Writer): CompanyWriter {
  return {
    ...companyReader(db),
    insert: async ({ id, slug, profile, createdAt }) => {
      await db
        .insertInto('company')
        .values({ id, slug, profile: profileColumn.write(profile), change_seq: 0, created_at: createdAt })
        .execute();
    },
    insertNotice: async (notice) => {
      await db
        .insertInto('privacy_notice')
        .values({
          id: notice.id,
          company_id: notice.companyId,
          version: notice.version,
          language: notice.content.language,
          content: noticeColumn.write(notice.content),
          text_hash: notice.textHash,
          released_at: notice.releasedAt,
        })
        .execute();
    },
  };
}

function one([row]: readonly CompanyRow[]): Company | undefined {
  return row && toCompany(row);
}

function toCompany(row: CompanyRow): Company {
  return {
    id: row.id as CompanyId,
    slug: row.slug as Slug,
    profile: profileColumn.read(row.profile),
    createdAt: row.created_at as Instant,
  };
}

function toNotice(row: PrivacyNoticeRow): PrivacyNotice {
  return {
    id: row.id as NoticeId,
    companyId: row.company_id as CompanyId | null,
    version: row.version,
    content: noticeColumn.read(row.content),
    textHash: row.text_hash,
    releasedAt: row.released_at as Instant,
  };
}
