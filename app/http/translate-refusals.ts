import type { ServerBuild } from '@remix-run/node';
import { AppError } from '#app/core/shared/app-error.ts';
import { statusOfRefusal } from './refusal-status.ts';

type RouteModule = NonNullable<ServerBuild['routes'][string]>['module'];
type DataFunction = NonNullable<RouteModule['loader']>;

/**
 * A refusal of the core that a page did not answer by itself becomes the
 * status it means, for every loader and action alike; anything else thrown is
 * a defect and stays one.
 */
export function translateRefusals(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && translated(route)]);
  return { ...build, routes: Object.fromEntries(routes) };
}

function translated<Route extends { readonly module: RouteModule }>(route: Route): Route {
  const { loader, action } = route.module;
  const module = {
    ...route.module,
    ...(loader ? { loader: wrap(loader) } : {}),
    ...(action ? { action: wrap(action) } : {}),
  };
  return { ...route, module };
}

function wrap(run: DataFunction): DataFunction {
  return async (args) => {
    try {
      return await run(args);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const status = statusOfRefusal(error);
      const headers: Record<string, string> = status === 503 ? { 'Retry-After': '5' } : {};
      throw new Response(null, { status, headers });
    }
  };
}
