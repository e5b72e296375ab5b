import type { Purpose, PurposeCard } from '#app/core/purpose/purpose.ts';
import type { CurrentPurpose, PurposeReader, PurposeWriter } from '#app/core/purpose/purpose-store.ts';
import type { CompanyId, PurposeId, PurposeVersionId, Slug } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type { LegalBasis } from '#schema/purpose.ts';
import type { Reader, Writer } from '../connections.ts';
import { FIRST, insertRows, select } from '../statement.ts';
import type { PurposeCardRow, PurposeRow } from '../tables/purpose.ts';
import {
  findVersion,
  newestVersion,
  newestVersions,
  toVersionRow,
  versionsOfPurpose,
} from './purpose-versions.ts';

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
  const currentVersion = (purposeId: PurposeId) => newestVersion(db, purposeId);
  const cards = async (versionId: PurposeVersionId) => (await cardsOf(db, { versionId })).map(toCard);
  const all = async (companyId: CompanyId) => {
    const versions = await newestVersions(db, companyId);
    return (await byCompany(db, { companyId })).map(toPurpose).flatMap((purpose): CurrentPurpose[] => {
      const version = versions.get(purpose.id);
      return version ? [{ purpose, version }] : [];
    });
  };
  return {
    find: async (id) => (await byId(db, { id })).map(toPurpose)[0],
    findBySlug: async (companyId, slug) => (await bySlug(db, { companyId, slug })).map(toPurpose)[0],
    current: async (companyId) => (await all(companyId)).filter(({ purpose }) => purpose.retiredAt === null),
    all,
    currentVersion,
    version: (id) => findVersion(db, id),
    versions: (purposeId) => versionsOfPurpose(db, purposeId),
    card: async (versionId, language) => (await cards(versionId)).find((card) => card.language === language),
    cards,
    cardHash: async (versionId, language) => (await hashOfCard(db, { versionId, language }))[0]?.text_hash,
    cardByHash: async (hash) => (await cardByHash(db, { hash })).map(toCard)[0],
  };
}

export function purposeWriter(db: Writer): PurposeWriter {
  return {
    ...purposeReader(db),
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
