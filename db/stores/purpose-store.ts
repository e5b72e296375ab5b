import type { Purpose, PurposeCard, PurposeVersion } from '#app/core/purpose/purpose.ts';
import type { CurrentPurpose, PurposeReader, PurposeWriter } from '#app/core/purpose/purpose-store.ts';
import { factMask } from '#schema/field.ts';
import type { CompanyId, PurposeId, PurposeVersionId, Slug } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type { LegalBasis, ReleaseKind } from '#schema/purpose.ts';
import { contentColumn } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { FIRST, insertRows, select } from '../statement.ts';
import type { PurposeCardRow, PurposeRow, PurposeVersionRow } from '../tables/purpose.ts';

const byId = select((db, p: { id: string }) => db.selectFrom('purpose').selectAll().where('id', '=', p.id));
const bySlug = select((db, p: { companyId: string; slug: string }) =>
  db.selectFrom('purpose').selectAll().where('company_id', '=', p.companyId).where('slug', '=', p.slug),
);
const byCompany = select((db, p: { companyId: string }) =>
  db
    .selectFrom('purpose')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .orderBy('position')
    .orderBy('id'),
);
const versionById = select((db, p: { id: string }) =>
  db.selectFrom('purpose_version').selectAll().where('id', '=', p.id),
);
const newestVersion = select((db, p: { purposeId: string }) =>
  db
    .selectFrom('purpose_version')
    .selectAll()
    .where('purpose_id', '=', p.purposeId)
    .orderBy('version', 'desc')
    .limit(FIRST),
);
/** All but the text, which is long. */
const HEAD = ['id', 'purpose_id', 'version', 'kind', 'released_at', 'superseded_at', 'usable_until'] as const;
const headById = select((db, p: { id: string }) =>
  db.selectFrom('purpose_version').select(HEAD).where('id', '=', p.id),
);
const newestHead = select((db, p: { purposeId: string }) =>
  db
    .selectFrom('purpose_version')
    .select(HEAD)
    .where('purpose_id', '=', p.purposeId)
    .orderBy('version', 'desc')
    .limit(FIRST),
);
const textById = select((db, p: { id: string }) =>
  db.selectFrom('purpose_version').select('content').where('id', '=', p.id),
);
const versionsOf = select((db, p: { purposeId: string }) =>
  db.selectFrom('purpose_version').selectAll().where('purpose_id', '=', p.purposeId).orderBy('version'),
);
const cardsOf = select((db, p: { versionId: string }) =>
  db.selectFrom('purpose_card').selectAll().where('version_id', '=', p.versionId).orderBy('language'),
);
const hashOfCard = select((db, p: { versionId: string; language: string }) =>
  db
    .selectFrom('purpose_card')
    .select('text_hash')
    .where('version_id', '=', p.versionId)
    .where('language', '=', p.language),
);
const cardByHash = select((db, p: { hash: string }) =>
  db.selectFrom('purpose_card').selectAll().where('text_hash', '=', p.hash).limit(FIRST),
);

export function purposeReader(db: Reader): PurposeReader {
  const currentVersion = async (purposeId: PurposeId) =>
    (await newestVersion(db, { purposeId })).map(toVersion)[0];
  const cards = async (versionId: PurposeVersionId) => (await cardsOf(db, { versionId })).map(toCard);
  const all = async (companyId: CompanyId) => {
    const found: CurrentPurpose[] = [];
    for (const purpose of (await byCompany(db, { companyId })).map(toPurpose)) {
      const version = await currentVersion(purpose.id);
      if (version) found.push({ purpose, version });
    }
    return found;
  };
  return {
    find: async (id) => (await byId(db, { id })).map(toPurpose)[0],
    findBySlug: async (companyId, slug) => (await bySlug(db, { companyId, slug })).map(toPurpose)[0],
    current: async (companyId) => (await all(companyId)).filter(({ purpose }) => purpose.retiredAt === null),
    all,
    currentVersion,
    version: async (id) => (await versionById(db, { id })).map(toVersion)[0],
    versions: async (purposeId) => (await versionsOf(db, { purposeId })).map(toVersion),
    card: async (versionId, language) => (await cards(versionId)).find((card) => card.language === language),
    cards,
    cardHash: async (versionId, language) => (await hashOfCard(db, { versionId, language }))[0]?.text_hash,
    cardByHash: async (hash) => (await cardByHash(db, { hash })).map(toCard)[0],
  };
}

export function purposeWriter(db: Writer): PurposeWriter {
  // Released texts never change: each is read once in a transaction, however many decide on it.
  const texts = new Map<string, string>();
  const withText = async ([head]: readonly VersionHead[]): Promise<PurposeVersion | undefined> => {
    if (!head) return undefined;
    const content = texts.get(head.id) ?? (await textById(db, { id: head.id }))[0]?.content ?? '';
    texts.set(head.id, content);
    return toVersion({ ...head, content });
  };
  return {
    ...purposeReader(db),
    currentVersion: async (purposeId) => withText(await newestHead(db, { purposeId })),
    version: async (id) => withText(await headById(db, { id })),
    insert: async (purpose) => {
      await db
        .insertInto('purpose')
        .values({
          id: purpose.id,
          company_id: purpose.companyId,
          slug: purpose.slug,
          basis: purpose.basis,
          position: purpose.position,
          created_at: purpose.createdAt,
          retired_at: purpose.retiredAt,
        })
        .execute();
    },
    insertVersion: async (version, cards) => {
      await db.insertInto('purpose_version').values(toVersionRow(version)).execute();
      await insertRows(db, 'purpose_card', cards.map(toCardRow));
    },
    supersede: async (purposeId, version, at, usableUntil) => {
      const earlier = db
        .updateTable('purpose_version')
        .where('purpose_id', '=', purposeId)
        .where('version', '<', version);
      await earlier.set({ superseded_at: at }).where('superseded_at', 'is', null).execute();
      if (usableUntil === null) return;
      await earlier
        .set({ usable_until: usableUntil })
        .where((eb) => eb.or([eb('usable_until', 'is', null), eb('usable_until', '>', usableUntil)]))
        .execute();
    },
    retire: async (id, at) => {
      await db.updateTable('purpose').set({ retired_at: at }).where('id', '=', id).execute();
    },
  };
}

function toPurpose(row: PurposeRow): Purpose {
  return {
    id: row.id as PurposeId,
    companyId: row.company_id as CompanyId,
    slug: row.slug as Slug,
    basis: row.basis as LegalBasis,
    position: row.position,
    createdAt: row.created_at as Instant,
    retiredAt: row.retired_at as Instant | null,
  };
}

type VersionHead = Pick<PurposeVersionRow, (typeof HEAD)[number]>;

function toVersion(row: VersionHead & Pick<PurposeVersionRow, 'content'>): PurposeVersion {
  return {
    id: row.id as PurposeVersionId,
    purposeId: row.purpose_id as PurposeId,
    version: row.version,
    kind: row.kind as ReleaseKind,
    content: contentColumn.read(row.content),
    releasedAt: row.released_at as Instant,
    supersededAt: row.superseded_at as Instant | null,
    usableUntil: row.usable_until as Instant | null,
  };
}

function toVersionRow(version: PurposeVersion): PurposeVersionRow {
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

function toCard(row: PurposeCardRow): PurposeCard {
  return {
    versionId: row.version_id as PurposeVersionId,
    language: row.language as Language,
    textHash: row.text_hash,
    card: row.card,
  };
}

function toCardRow(card: PurposeCard): PurposeCardRow {
  return { text_hash: card.textHash, version_id: card.versionId, language: card.language, card: card.card };
}
