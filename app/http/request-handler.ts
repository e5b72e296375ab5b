import { randomBytes } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { AppLoadContext } from '@remix-run/node';
import { Hono } from 'hono';
import type { Config } from '#app/config.server.ts';
import type { Log } from '#app/logger.server.ts';
import type { Services } from '#app/services.server.ts';
import { findClientAddress } from './client-address.ts';
import { createHealthRouter } from './health.ts';
import type { HttpEnv, RequestFacts } from './load-context.ts';
import { cookielessPaths, isForgeable } from './origin-guard.ts';
import { plainResponse } from './plain-response.ts';
import { createPageHandler, type RemixBuild } from './remix-handler.ts';
import { isPlainTarget } from './request-target.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { FindStaticFile } from './static-files.ts';

export interface HandlerOptions {
  readonly config: Config;
  readonly services: Services;
  readonly build: RemixBuild;
  readonly log: Log;
  readonly findStaticFile: FindStaticFile;
  readonly isStopping: () => boolean;
  readonly development: boolean;
  /** Adds the routers beside Remix: the company API and the public log. */
  readonly mount?: ((app: Hono<HttpEnv>) => void) | undefined;
}

export type RequestHandler = (request: Request, bindings: HttpBindings) => Promise<Response>;

/** From the socket to the page: facts, refusals, static files, health, mounted routers, Remix; headers on all. */
export function createRequestHandler(options: HandlerOptions): RequestHandler {
  const { config, log, development } = options;
  const https = config.baseUrl.startsWith('https:');
  const app = createApp(options);

  return async (request, bindings) => {
    const startedAt = performance.now();
    const facts = readFacts(bindings, config);
    const target = bindings.incoming.url ?? '';
    const { pathname } = new URL(request.url);
    const respond = async (): Promise<Response> => {
      if (!isPlainTarget(target)) return plainResponse(400, facts.requestId);
      if (isForgeable(request, pathname, config.baseUrl)) return plainResponse(403, facts.requestId);
      return options.findStaticFile(pathname, request) ?? app.fetch(request, { ...bindings, facts });
    };
    const response = withOwnHeaders(await respond().catch((error: unknown) => fail(error, facts, log)));
    const { headers } = response;
    setSecurityHeaders(headers, { nonce: facts.nonce, https, development });
    headers.set('X-Request-Id', facts.requestId);
    if (options.isStopping()) headers.set('Connection', 'close');
    log.info('request', {
      requestId: facts.requestId,
      method: request.method,
      path: pathname,
      status: response.status,
      durationMs: performance.now() - startedAt,
      ip: facts.clientAddress,
    });
    return response;
  };
}

function createApp({
  config,
  services,
  build,
  log,
  development,
  isStopping,
  mount,
}: HandlerOptions): Hono<HttpEnv> {
  const servePage = createPageHandler(build, config.baseUrl, development);
  const app = new Hono<HttpEnv>();
  app.route('/', createHealthRouter(services, isStopping, log));
  mount?.(app);
  // The origin guard does not look here, so no page may answer here either.
  for (const path of cookielessPaths)
    app.all(`${path}/*`, ({ env }) => plainResponse(404, env.facts.requestId));
  app.all('*', ({ req, env }) => {
    const context: AppLoadContext = { ...env.facts, services, log };
    return servePage(req.raw, context);
  });
  app.onError((error, { env }) => fail(error, env.facts, log));
  return app;
}

function readFacts({ incoming }: HttpBindings, config: Config): RequestFacts {
  const forwarded = incoming.headers['x-forwarded-for'];
  return {
    requestId: randomBytes(8).toString('hex'),
    nonce: randomBytes(16).toString('base64url'),
    clientAddress: findClientAddress(
      incoming.socket.remoteAddress,
      Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
      config.trustedProxy,
    ),
  };
}

/** Some responses (redirects made by the platform) come with headers that cannot be changed. */
function withOwnHeaders(response: Response): Response {
  try {
    response.headers.delete('X-Request-Id');
    return response;
  } catch {
    return new Response(response.body, { status: response.status, headers: response.headers });
  }
}

/** What went wrong is for the log; the answer carries the id under which it stands there. */
function fail(error: unknown, { requestId }: RequestFacts, log: Log): Response {
  log.error('request failed', { requestId, error });
  return plainResponse(500, requestId);
}
