import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import { I18nProvider } from '#app/i18n/i18n-context.tsx';
import type { Locale } from '#app/i18n/locale.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import { PurposeCard } from '#app/screens/me/purpose-card.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Wordmark } from '#app/ui/wordmark.tsx';
import type { Instant } from '#schema/instant.ts';
import { htmlPage } from './html-page.tsx';

/** One text as it was shown, to read offline; what was hashed is the JSON beside it. */
export function textPage(card: PurposeCardText, releasedAt: Instant, locale: Locale): string {
  return htmlPage({
    language: card.language,
    title: `${card.company.name}: ${card.title}`,
    body: (
      <I18nProvider locale={locale} now={releasedAt}>
        <main className="page page-text">
          <p className="page-from">
            <Wordmark />
          </p>
          <PageHeader kicker={card.company.name} title={card.title} />
          <div className="page-parts">
            <PurposeCard
              card={card}
              releasedAt={releasedAt}
              takeBackText={createTranslator(card.language)('me.takeAlong.takeBackThere')}
            />
          </div>
        </main>
      </I18nProvider>
    ),
  });
}
