import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PAGE_STYLE } from './page-style.ts';

interface HtmlPage {
  readonly language: string;
  readonly title: string;
  readonly body: ReactNode;
}

/** One file to read without a network: no script, nothing from elsewhere. */
export function htmlPage({ language, title, body }: HtmlPage): string {
  const page = renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
      </head>
      <body data-area="me">{body}</body>
    </html>,
  );
  // Not as a text of the page: there `>` would be written as an entity, which a style does not read.
  const [head, rest] = page.split('</head>', 2);
  return `<!doctype html>\n${head}<style>${PAGE_STYLE}</style></head>${rest}\n`;
}
