import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { I18nProvider } from '#app/i18n/i18n-context.tsx';
import { StartScreen, type StartView } from '#app/screens/public/start.tsx';
import { Instant } from '#schema/instant.ts';

const now = Instant.parse('2026-11-21T10:00:00.000Z');
const shop = { slug: 'alpenrad', name: 'Alpenrad', about: 'Räder.' };
const other = { slug: 'rheinstrom', name: 'Rheinstrom', about: 'Strom.' };

function render(view: StartView): string {
  return renderToStaticMarkup(
    <I18nProvider locale="de" now={now}>
      <StartScreen {...view} />
    </I18nProvider>,
  );
}

test('a portal of one company speaks in its name and colour and knows no list', () => {
  const html = render({ companies: [shop], demo: false });
  expect(html).toContain('Sie bestimmen, was Alpenrad von Ihnen weiß.');
  expect(html).toContain('class="brand-alpenrad"');
  expect(html).toContain('href="/join/alpenrad"');
  expect(html).not.toContain('Diese Firmen sind dabei');
});

test('a portal of several names them all, in no one colour', () => {
  const html = render({ companies: [shop, other], demo: true });
  expect(html).toContain('href="/join/rheinstrom"');
  expect(html).toContain('href="/demo"');
  expect(html).not.toContain('data-branded');
});

test('a portal without a company yet still says what it is', () => {
  expect(render({ companies: [], demo: false })).toContain('Sie bestimmen, was Firmen von Ihnen wissen.');
});
