import { renderToStaticMarkup } from 'react-dom/server';
import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import { I18nProvider } from '#app/i18n/i18n-context.tsx';
import type { Locale } from '#app/i18n/locale.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import { PurposeCard } from '#app/screens/me/purpose-card.tsx';
import type { Instant } from '#schema/instant.ts';
import { PAGE_STYLE } from './page-style.ts';

/** One text as it was shown, to read offline; what was hashed is the JSON beside it. */
export function textPage(card: PurposeCardText, releasedAt: Instant, locale: Locale): string {
  const page = (
    <html lang={card.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${card.company.name}: ${card.title}`}</title>
        <style>{PAGE_STYLE}</style>
      </head>
      <body>
        <I18nProvider locale={locale} now={releasedAt}>
          <main>
            <p>{card.company.name}</p>
            <h1>{card.title}</h1>
            <PurposeCard
              card={card}
              releasedAt={releasedAt}
              takeBackText={createTranslator(card.language)('me.takeAlong.takeBackThere')}
            />
          </main>
        </I18nProvider>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}
