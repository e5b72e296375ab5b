import type { AppLoadContext } from '@remix-run/node';
import { homeOf } from '#app/auth/home-of.ts';
import { optionalPrincipal } from '#app/auth/require.ts';
import { wordsOf } from '#app/core/company-field/company-field.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { chooseLocale } from '#app/i18n/choose-locale.ts';
import { findLangCookie } from '#app/i18n/lang-cookie.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import { areaOf } from '#app/screens/frame/area.ts';
import type { FrameFacts } from '#app/screens/frame/page-frame.tsx';
import type { KeptValues } from '#app/ui/kept-values.ts';
import type { CompanyFieldWords } from '#schema/company-field.ts';
import type { Instant } from '#schema/instant.ts';
import { readKeptForm } from './kept-form.server.ts';
import type { RefusedUpload } from './receive-upload.server.ts';

export interface Frame {
  readonly locale: Locale;
  readonly now: Instant;
  readonly facts: FrameFacts;
  /** What was typed here before a sign-in or a change of language. */
  readonly kept: KeptValues | null;
  readonly refusedUpload: RefusedUpload | null;
  /** So that pages can name what companies defined: staff see their own company's, everybody else all. */
  readonly companyFields: readonly CompanyFieldWords[];
}

/** What every page shows around its content: whose page it is, in which language, and the log's health. */
export async function readFrame(request: Request, context: AppLoadContext): Promise<Frame> {
  const { services } = context;
  const { read } = services.core.storage;
  const url = new URL(request.url);
  const principal = await optionalPrincipal(request, context);
  const locale = localeOf(request, principal);
  const companies = await read.company.all();
  const area = areaOf(url.pathname);
  const staffCompany =
    principal?.kind === 'staff' ? companies.find(({ id }) => id === principal.staff.companyId) : undefined;
  const single = companies.length === 1 ? companies[0] : undefined;
  const shown = area === 'company' || area === 'officer' ? staffCompany : single;
  const fields = await read.companyField.released();
  const health = await services.logHealth();
  return {
    locale,
    now: services.core.world.now(),
    kept: await readKeptForm(request, context, principal?.session.principal ?? null),
    refusedUpload: context.refusedUpload ?? null,
    companyFields: fields
      .filter(({ companyId }) => principal?.kind !== 'staff' || companyId === principal.staff.companyId)
      .map(wordsOf),
    facts: {
      area,
      here: url.pathname + url.search,
      account: await accountOf(context, principal, locale, staffCompany?.profile.name),
      company: shown ? { name: shown.profile.name, slug: shown.slug } : null,
      log: { whole: health.whole, checkedAt: health.checkedAt, size: health.size },
      manyCompanies: companies.length > 1,
      demo: services.config.demo,
    },
  };
}

/** The locale of a request: the switch just used, else what the person chose, else what the browser asks for. */
export function localeOf(request: Request, principal: Awaited<ReturnType<typeof optionalPrincipal>>): Locale {
  const cookie = findLangCookie(request.headers.get('cookie')) ?? null;
  const own = principal?.kind === 'customer' ? principal.customer.language : principal?.staff.language;
  return chooseLocale({
    profile: cookie || !own ? null : { language: own },
    cookie,
    acceptLanguage: request.headers.get('accept-language'),
  });
}

async function accountOf(
  { services }: AppLoadContext,
  principal: Awaited<ReturnType<typeof optionalPrincipal>>,
  locale: Locale,
  companyName: string | undefined,
): Promise<FrameFacts['account']> {
  if (!principal) return null;
  const t = createTranslator(locale);
  if (principal.kind === 'staff') {
    const { name, roles } = principal.staff;
    const role = roles[0];
    const detail = [role && t(`common.role.${role}`), companyName].filter(Boolean).join(', ');
    return { name, detail, home: homeOf({ kind: 'staff', person: principal.staff }), roles };
  }
  const own = await readOwn(services.core, principal.customer.id, ['identity', 'contact']);
  const name = own['given-name']?.value ?? own.email?.value;
  return {
    name: typeof name === 'string' ? name : t('common.nav.account'),
    detail: null,
    home: homeOf({ kind: 'customer', person: principal.customer }),
    roles: [],
  };
}
