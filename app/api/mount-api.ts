import type { Hono } from 'hono';
import type { HttpEnv } from '#app/http/load-context.ts';
import type { Services } from '#app/services.server.ts';
import { createLogRouter } from './log.ts';

/** Everything that is served beside the pages, at its place. */
export function mountApi(services: Pick<Services, 'core' | 'verifierKey'>): (app: Hono<HttpEnv>) => void {
  return (app) => {
    app.route('/log', createLogRouter(services));
  };
}
