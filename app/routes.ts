import { index, type RouteConfig } from '@remix-run/route-config';

/** The portal's table of contents: URL -> module. */
export default [index('routes/public/start.tsx')] satisfies RouteConfig;
