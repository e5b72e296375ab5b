const ORIGIN = 'http://portal.invalid';
const MAX_LENGTH = 500;

/**
 * A path of this portal to go to, else `fallback`. Browsers read `//host`,
 * `/\host` and `/<tab>/host` as another host: refused before and after parsing.
 */
export function safePath(to: unknown, fallback: string): string {
  if (typeof to !== 'string' || to.length > MAX_LENGTH) return fallback;
  if (!/^\/(?![/\\])/.test(to) || /[\p{Cc}\\]/u.test(to) || !URL.canParse(to, ORIGIN)) return fallback;
  const { origin, pathname, search } = new URL(to, ORIGIN);
  return origin === ORIGIN && !pathname.startsWith('//') ? `${pathname}${search}` : fallback;
}

/** The page a request belongs to, without the framework's own parameters. */
export function pageOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete('_data');
  searchParams.delete('index');
  searchParams.delete('_routes');
  const search = searchParams.toString();
  return safePath(search === '' ? pathname : `${pathname}?${search}`, '/');
}
