import type { AppLoadContext } from '@remix-run/node';
import { notFound, optionalPrincipal } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import { ageLimitIn } from '#app/core/customer/age.ts';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import { inputsOf } from '#app/core/relationship/check-join.ts';
import type { Core } from '#app/core/shared/core.ts';
import { localeOf } from '#app/http/read-frame.server.ts';
import { sendsGpc } from '#app/http/sends-gpc.ts';
import { languageOf } from '#app/i18n/locale.ts';
import type { JoinView, ShownPurpose } from '#app/screens/join/join-view.ts';
import { companyPath } from '#app/screens/me/view.ts';
import { Language, textIn } from '#schema/language.ts';

type ReadCore = Pick<Core, 'storage'>;

/** @throws Response 404 */
export async function findJoinCompany({ storage }: ReadCore, slug: string | undefined): Promise<Company> {
  const company = slug === undefined ? undefined : await storage.read.company.findBySlug(slug);
  if (!company) throw notFound();
  return company;
}

export async function readJoinView(
  request: Request,
  context: AppLoadContext,
  company: Company,
): Promise<JoinView> {
  const { core } = context.services;
  const principal = await optionalPrincipal(request, context);
  const language = languageOf(localeOf(request, principal));
  const { slug, profile } = company;
  const current = await core.storage.read.purpose.current(company.id);
  const shown = await Promise.all(current.map((purpose) => showPurpose(core, purpose, language)));
  const asked = shown.filter(({ card }) => card.basis === 'consent');
  return {
    company: {
      slug,
      name: profile.name,
      legalName: profile.legalName,
      address: profile.address,
      about: textIn(profile.about, language),
    },
    asked,
    told: shown.filter(({ card }) => card.basis !== 'consent'),
    inputs: [...new Set(inputsOf(asked.flatMap(({ card }) => card.fields.map(({ field }) => field))))],
    ageLimit: ageLimitIn(profile.jurisdiction),
    gpc: sendsGpc(request),
    signedInHref: principal?.kind === 'customer' ? companyPath(slug) : null,
    connected:
      principal?.kind === 'customer' &&
      (await core.storage.read.relationship.findLive(principal.customer.id, company.id)) !== undefined,
  };
}

/** The card as frozen; a text that does not exist in this language is shown in the one it exists in. */
async function showPurpose(
  { storage }: ReadCore,
  { purpose, version }: CurrentPurpose,
  language: Language,
): Promise<ShownPurpose> {
  const { read } = storage;
  const others = Language.options.filter((other) => other !== language);
  for (const one of [language, ...others]) {
    const found = await read.purpose.card(version.id, one);
    if (found) {
      const card = parseCard(found.card);
      return { slug: purpose.slug, versionId: version.id, card, releasedAt: version.releasedAt };
    }
  }
  throw new Error(`purpose version ${version.id} has no card`);
}
