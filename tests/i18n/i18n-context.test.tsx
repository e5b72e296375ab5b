import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { createI18n, I18nProvider, useI18n } from '#app/i18n/i18n-context.tsx';
import type { Locale } from '#app/i18n/locale.ts';
import { RichText } from '#app/i18n/rich-text.tsx';
import type { Instant } from '#schema/instant.ts';

const now = '2026-01-21T10:00:00.000Z' as Instant;

function Screen() {
  const { t, locale, language, format } = useI18n();
  return (
    <p lang={locale}>
      {t('common.action.close')} {language} {format.date(now)} {format.relativeDay(now)}
    </p>
  );
}

const drawn = (locale: Locale) =>
  renderToStaticMarkup(
    <I18nProvider locale={locale} now={now}>
      <Screen />
    </I18nProvider>,
  );

test('a page rendered on the server speaks its locale', () => {
  expect(drawn('de-AT')).toBe('<p lang="de-AT">Schließen de 21. Jänner 2026 heute</p>');
  expect(drawn('de-CH')).toContain('Schliessen de 21. Januar 2026');
  expect(drawn('en')).toBe('<p lang="en">Close en 21 January 2026 today</p>');
});

test('two requests in different languages do not mix', () => {
  const [german, english] = [createI18n('de', now), createI18n('en', now)];
  expect([
    german.t('common.answer.yes'),
    english.t('common.answer.yes'),
    german.t('common.answer.no'),
  ]).toEqual(['Ja', 'Yes', 'Nein']);
});

test('a screen without a provider says so', () => {
  expect(() => renderToStaticMarkup(<Screen />)).toThrow('I18nProvider');
});

test('a named part of a sentence is drawn, everything else stays text', () => {
  const text = 'Lesen Sie <notice>den Datenschutz</notice> & <b>mehr</b> <script>x</script>.';
  const html = renderToStaticMarkup(
    <RichText text={text} parts={{ notice: (words) => <a href="/privacy">{words}</a> }} />,
  );
  expect(html).toBe('Lesen Sie <a href="/privacy">den Datenschutz</a> &amp; mehr x.');
});
