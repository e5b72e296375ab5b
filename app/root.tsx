import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { KeptContext } from '#app/ui/kept-values.ts';
import stylesHref from '#app/ui/styles.css?url';
import { PageContext } from './http/page-context.ts';
import { readFrame } from './http/read-frame.server.ts';
import { I18nProvider } from './i18n/i18n-context.tsx';
import type { Locale } from './i18n/locale.ts';
import { createTranslator } from './i18n/translator.ts';
import { ErrorPage, errorTitle } from './screens/frame/error-page.tsx';
import { KeptNotice } from './screens/frame/kept-notice.tsx';
import { PageFrame } from './screens/frame/page-frame.tsx';
import { RefusedUploadNotice } from './screens/frame/refused-upload-notice.tsx';

/** What a page module may say about itself: `export const handle = { width: 'wide' } satisfies RouteHandle`. */
export interface RouteHandle {
  /** Pages ship no framework script unless they ask. */
  readonly hydrate?: boolean;
  readonly width?: 'narrow' | 'page' | 'wide';
  /** The page has a form with the id `ENTRY_FORM`: the language switch takes along what was typed. */
  readonly keeps?: boolean | ((view: unknown) => boolean);
}

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesHref },
  { rel: 'stylesheet', href: '/brand.css' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** Of a page that could not be shown; every other says its own. */
export const meta: MetaFunction = ({ data, error }) => {
  if (error === undefined) return [];
  const t = createTranslator((data as { readonly locale?: Locale } | undefined)?.locale ?? 'de');
  const page = t(errorTitle(isRouteErrorResponse(error) ? error.status : 500));
  return [{ title: t('common.document.title', { page, portal: t('common.product') }) }];
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  return readFrame(request, context);
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const { nonce } = useContext(PageContext);
  const handles = useHandles();
  // An error page stands in place of the form.
  const failed = (useRouteError() ?? null) !== null;
  const frame = useRouteLoaderData<typeof loader>('root');
  return (
    <html lang={frame?.locale ?? 'de'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body data-area={frame?.facts.area ?? 'public'}>
        <I18nProvider
          locale={frame?.locale ?? 'de'}
          now={frame?.now ?? FALLBACK_NOW}
          companyFields={frame?.companyFields ?? []}
        >
          {frame ? (
            <KeptContext.Provider value={frame.kept}>
              <PageFrame
                facts={frame.facts}
                width={handles.find(({ width }) => width)?.width ?? 'page'}
                keeps={!failed && handles.some(({ keeps }) => keeps)}
              >
                {frame.refusedUpload ? (
                  <RefusedUploadNotice refused={frame.refusedUpload} />
                ) : frame.kept ? (
                  <KeptNotice />
                ) : null}
                {children}
              </PageFrame>
            </KeptContext.Provider>
          ) : (
            <main id="main">{children}</main>
          )}
        </I18nProvider>
        {handles.some(({ hydrate }) => hydrate) ? <Scripts {...(nonce ? { nonce } : {})} /> : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useContext(PageContext);
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} requestId={requestId} />;
}

/** The innermost page speaks first. */
function useHandles(): (RouteHandle & { readonly keeps: boolean })[] {
  return useMatches()
    .flatMap(({ handle, data }) => {
      if (!handle) return [];
      const { keeps = false, ...rest } = handle as RouteHandle;
      return [{ ...rest, keeps: typeof keeps === 'function' ? data != null && keeps(data) : keeps }];
    })
    .reverse();
}

/** Only dates of a page whose root loader failed would use it: there are none. */
const FALLBACK_NOW = '2000-01-01T00:00:00.000Z' as Parameters<typeof I18nProvider>[0]['now'];
