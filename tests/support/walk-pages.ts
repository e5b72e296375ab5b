import routes from '#app/routes.ts';

export interface WalkedPage {
  readonly path: string;
  readonly html: string;
}

const patterns = (await routes)
  .flatMap(({ path, children = [] }) => [path, ...children.map((child) => child.path)])
  .filter((path) => path !== undefined)
  // What is spelled out wins over a parameter.
  .sort((a, b) => Number(a.includes(':')) - Number(b.includes(':')) || b.length - a.length)
  .map((path) => ({ path, shape: new RegExp(`^/${path.replaceAll(/:\w+\??/g, '[^/]+')}$`) }));

/** `me/companies/:company` for `/me/companies/alpenrad?x=1`; what no route answers stands for itself. */
export const routeOf = (path: string): string =>
  patterns.find(({ shape }) => shape.test(path.split('?')[0] ?? ''))?.path ?? path;

/**
 * Follows links as a crawler does, from `start` and within it.
 *
 * @param open answers the page; undefined when the path leads to something else than a page
 * @param perRoute of pages that differ only in what they are about, this many are opened
 */
export async function walkPages(
  open: (path: string) => Promise<string | undefined>,
  start: string,
  perRoute: number,
): Promise<WalkedPage[]> {
  const pages: WalkedPage[] = [];
  const opened = new Map<string, number>();
  const queue = [start];
  const links = new RegExp(`<a\\b[^>]*href="(${start}(?:[/?][^"#]*)?)["#]`, 'g');
  const seen = new Set(queue);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const times = opened.get(routeOf(path)) ?? 0;
    if (times >= perRoute) continue;
    opened.set(routeOf(path), times + 1);
    const html = await open(path);
    if (html === undefined) continue;
    pages.push({ path, html });
    for (const [, href] of html.matchAll(links)) {
      const next = (href ?? '').replaceAll('&amp;', '&');
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return pages;
}
