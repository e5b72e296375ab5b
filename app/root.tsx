import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { PageContext } from './http/page-context.ts';

/** `export const handle = { hydrate: true } satisfies RouteHandle`: pages ship no framework script unless they ask. */
export interface RouteHandle {
  readonly hydrate?: boolean;
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const { nonce } = useContext(PageContext);
  const hydrate = useMatches().some((match) => (match.handle as RouteHandle | undefined)?.hydrate);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrate ? <Scripts {...(nonce ? { nonce } : {})} /> : null}
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
  const title = isRouteErrorResponse(error)
    ? `${error.status} ${error.statusText}`
    : '500 Internal Server Error';
  return (
    <main>
      <h1>{title}</h1>
      {requestId ? <p>Reference: {requestId}</p> : null}
    </main>
  );
}
