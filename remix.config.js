// Not read by Remix itself: vite.config.ts hands these options to Remix's Vite plugin.

/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  // Pages come from app/routes.ts alone, never from file names.
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    // Off on purpose: open advisories in their transport. `/__manifest` answers 404.
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
