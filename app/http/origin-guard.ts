const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Bearer keys or nothing: cookies are ignored there, so another site's page has nothing to ride on. */
export const cookielessPaths = ['/api/v1', '/log'] as const;

/**
 * A mail program's own "unsubscribe" button (RFC 8058) comes from anywhere and without a cookie; the secret in the
 * path is all that counts, and no cookie is handed on.
 */
export function isOneClick(pathname: string): boolean {
  return /^\/mail\/[^/]+\/one-click$/.test(pathname);
}

export function ignoresCookies(pathname: string): boolean {
  if (isOneClick(pathname)) return true;
  return cookielessPaths.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}

/**
 * The one guard against requests forged by other sites, in front of everything that changes state. Remix's own check
 * covers document posts only: `?_data=` and resource routes would run their action for a foreign page.
 *
 * Browsers say where a request comes from in `Sec-Fetch-Site`, older ones only in `Origin`. A request with neither
 * comes from no browser; with a cookie it is refused all the same.
 */
export function isForgeable(request: Request, pathname: string, baseUrl: string): boolean {
  if (safeMethods.has(request.method) || ignoresCookies(pathname)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  if (origin !== null) return origin !== baseUrl;
  return request.headers.has('cookie');
}
