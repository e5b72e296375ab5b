import type { PrivacyNotice } from '#app/core/company/company.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { NoticeView } from '#app/screens/public/notice.tsx';
import type { Language } from '#schema/language.ts';

/**
 * @param slug absent: the portal's own notice
 * @param asked number of a version; null: the one in force
 * @returns undefined for an unknown company or version
 */
export async function readNoticeView(
  { storage }: Pick<Core, 'storage'>,
  slug: string | undefined,
  asked: string | null,
  language: Language,
): Promise<NoticeView | undefined> {
  const { company: companies } = storage.read;
  const company = slug === undefined ? null : await companies.findBySlug(slug);
  if (company === undefined) return undefined;
  const inForce = await companies.currentNotice(company?.id ?? null, language);
  const own = ownVersions(await companies.notices(company?.id ?? null), inForce);
  const shown = asked === null ? inForce : own.find(({ version }) => String(version) === asked);
  if (asked !== null && !shown) return undefined;
  const all = await companies.all();
  return {
    company: company ? { slug: company.slug, name: company.profile.name } : null,
    shown: shown
      ? {
          version: shown.version,
          releasedAt: shown.releasedAt,
          content: shown.content,
          inForce: shown.version === inForce?.version,
        }
      : null,
    older: own
      .filter(({ version }) => version !== inForce?.version)
      .map(({ version, releasedAt }) => ({ version, releasedAt })),
    companies: all.map((one) => ({ slug: one.slug, name: one.profile.name })),
  };
}

/** Versions in the language of the one in force, newest first. */
function ownVersions(
  all: readonly PrivacyNotice[],
  inForce: PrivacyNotice | undefined,
): readonly PrivacyNotice[] {
  return all
    .filter(({ content }) => content.language === inForce?.content.language)
    .sort((a, b) => b.version - a.version);
}
