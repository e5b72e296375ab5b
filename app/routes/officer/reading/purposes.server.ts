import type { PurposeCard } from '#app/core/purpose/purpose.ts';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import { readabilityOf } from '#app/core/purpose/readability.ts';
import type { FrozenCard, PurposesView, PurposeTexts } from '#app/screens/officer/purposes.tsx';
import type { OfficerVisit } from './visit.server.ts';

/** Every purpose ever, retired ones last; the newest version of each first. */
export async function readPurposes({ core, company, at }: OfficerVisit): Promise<PurposesView> {
  const { purpose: store, consent } = core.storage.read;
  const known = await store.all(company.id);
  const counts = await consent.due(
    known.map(({ purpose }) => purpose.id),
    { at, expiringBefore: at, pendingBefore: at },
  );
  const purposes = await Promise.all(
    known.map(async ({ purpose: { id, slug, basis, retiredAt }, version: newest }): Promise<PurposeTexts> => {
      const versions = (await store.versions(id)).map(
        async ({ id: versionId, version, kind, releasedAt, usableUntil }) => {
          const count = counts.find((one) => one.versionId === versionId);
          return {
            version,
            kind,
            releasedAt,
            usableUntil,
            running: count?.granted ?? 0,
            resting: count?.resting ?? 0,
            cards: (await store.cards(versionId)).map(frozenCard),
          };
        },
      );
      return {
        slug,
        title: newest.content.title,
        basis,
        retiredAt,
        versions: (await Promise.all(versions)).reverse(),
      };
    }),
  );
  return {
    at,
    companyName: company.profile.name,
    purposes: [
      ...purposes.filter(({ retiredAt }) => retiredAt === null),
      ...purposes.filter(({ retiredAt }) => retiredAt !== null),
    ],
  };
}

function frozenCard({ language, textHash, card }: PurposeCard): FrozenCard {
  const text = parseCard(card);
  return { language, textHash, text, readability: readabilityOf(text) };
}
