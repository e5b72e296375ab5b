import type { ServerBuild } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import * as entryServer from '#app/entry.server.tsx';
import routes from '#app/routes.ts';
import remixConfig from '../../remix.config.js';

type Routes = ServerBuild['routes'];

/**
 * The pages as Remix's compiler would hand them to the server, from the same `app/routes.ts`, but in the module graph
 * of the test: a test shares its classes and its services with the routes. There is no client build behind it, so no
 * script file exists; the browser suite runs the real build.
 */
export async function loadRemixBuild(): Promise<ServerBuild> {
  const modules: Routes = {
    root: { id: 'root', path: '', module: await import('#app/root.tsx') },
  };
  for (const entry of await routes) await addRoute(modules, entry, 'root');
  return {
    mode: 'production',
    entry: { module: entryServer },
    routes: modules,
    assets: {
      version: 'test',
      url: '/assets/manifest.js',
      entry: { module: '/assets/entry.client.js', imports: [] },
      routes: Object.fromEntries(Object.values(modules).map((route) => [route.id, describeAssets(route)])),
    },
    basename: '/',
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: false,
      v3_relativeSplatPath: false,
      v3_throwAbortReason: false,
      v3_routeConfig: false,
      v3_singleFetch: false,
      v3_lazyRouteDiscovery: false,
      unstable_optimizeDeps: false,
      ...remixConfig.future,
    },
    isSpaMode: false,
  };
}

async function addRoute(modules: Routes, entry: RouteConfigEntry, parentId: string): Promise<void> {
  const id = entry.id ?? entry.file.replace(/\.tsx?$/, '');
  const module: Routes[string]['module'] = await import(/* @vite-ignore */ `../../app/${entry.file}`);
  modules[id] = {
    id,
    parentId,
    module,
    ...(entry.path === undefined ? {} : { path: entry.path }),
    ...(entry.index === undefined ? {} : { index: entry.index }),
    ...(entry.caseSensitive === undefined ? {} : { caseSensitive: entry.caseSensitive }),
  };
  for (const child of entry.children ?? []) await addRoute(modules, child, id);
}

function describeAssets({
  id,
  parentId,
  path,
  index,
  module,
}: Routes[string]): ServerBuild['assets']['routes'][string] {
  return {
    id,
    parentId,
    path,
    index,
    module: `/assets/${id}.js`,
    hasAction: 'action' in module,
    hasLoader: 'loader' in module,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: 'ErrorBoundary' in module,
  } as ServerBuild['assets']['routes'][string];
}
