import { Hono } from 'hono';
import type { Log } from '#app/logger.server.ts';
import type { Services } from '#app/services.server.ts';
import type { HttpEnv } from './load-context.ts';

/** `/healthz`: the process answers. `/readyz`: it may be sent work. Neither changes anything. */
export function createHealthRouter(services: Services, isStopping: () => boolean, log: Log): Hono<HttpEnv> {
  const router = new Hono<HttpEnv>();
  router.get('/healthz', (context) => context.json({ ok: true }));
  router.get('/readyz', async (context) => {
    if (isStopping()) return context.json({ ok: false, checks: { server: 'stopping' } }, 503);
    try {
      const { ok, checks } = await services.readiness();
      return context.json({ ok, checks }, ok ? 200 : 503);
    } catch (error) {
      log.error('readiness check failed', { requestId: context.env.facts.requestId, error });
      return context.json({ ok: false, checks: { readiness: 'failed' } }, 503);
    }
  });
  return router;
}
