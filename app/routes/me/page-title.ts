import type { MetaFunction } from '@remix-run/node';
import type { Locale } from '#app/i18n/locale.ts';
import type { PlainKey } from '#app/i18n/message-key.ts';
import { createTranslator } from '#app/i18n/translator.ts';

/** The document's title in the page's language. */
export function pageTitle(key: PlainKey): MetaFunction {
  return ({ matches }) => [{ title: withPortal(localeOfRoot(matches), (t) => t(key)) }];
}

/** The same for a page that is called after a thing of its own. */
export function namedTitle(name: (data: unknown, locale: Locale) => string | undefined): MetaFunction {
  return ({ matches, data }) => {
    const locale = localeOfRoot(matches);
    return [{ title: withPortal(locale, (t) => name(data, locale) ?? t('error.page.notFound.title')) }];
  };
}

function withPortal(locale: Locale, page: (t: ReturnType<typeof createTranslator>) => string): string {
  const t = createTranslator(locale);
  return t('common.document.title', { page: page(t), portal: t('common.product') });
}

function localeOfRoot(matches: readonly { readonly id: string; readonly data: unknown }[]): Locale {
  const root = matches.find(({ id }) => id === 'root')?.data as { readonly locale?: Locale } | undefined;
  return root?.locale ?? 'de';
}
