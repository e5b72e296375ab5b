import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Config, ConfigError } from '#app/config.server.ts';
import type { Logger } from '#app/logger.server.ts';
import type { Services } from '#app/services.server.ts';
import type { HttpEnv } from './load-context.ts';
import { plainResponse } from './plain-response.ts';
import type { RemixBuild } from './remix-handler.ts';
import { createRequestHandler } from './request-handler.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { loadStaticFiles } from './static-files.ts';

/** In front of everything, as Vite's development server wants it. */
export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface ServerOptions {
  readonly config: Config;
  readonly services: Services;
  readonly build: RemixBuild;
  readonly logger: Logger;
  /** Folder of the client build. */
  readonly clientFolder?: string | undefined;
  readonly mount?: ((app: Hono<HttpEnv>) => void) | undefined;
  readonly development?: { readonly middleware: NodeMiddleware } | undefined;
}

export interface Server {
  /** Starts to listen; answers with the address that this machine can open. */
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  /**
   * Readiness turns 503, no new connection is taken, running requests finish, then the services close. After
   * `cutOffMs` whatever still runs is cut off. Repeated calls wait for the first.
   */
  stop(cutOffMs?: number): Promise<void>;
}

const defaultCutOffMs = 20_000;

export function createServer(options: ServerOptions): Server {
  const { config, services, development } = options;
  const log = options.logger('http');
  let stopping: Promise<void> | undefined;
  const handle = createRequestHandler({
    ...options,
    log,
    findStaticFile: options.clientFolder ? loadStaticFiles(options.clientFolder) : () => undefined,
    isStopping: () => stopping !== undefined,
    development: development !== undefined,
  });
  const listener = getRequestListener((request, bindings) => handle(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
    errorHandler: () => refuseUnreadable(config),
  });
  // Limits that are looked at now and then would be longer than they say.
  const server = createHttpServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
    if (development) development.middleware(request, response, () => void listener(request, response));
    else void listener(request, response);
  });
  // The largest upload over a slow line; the headers alone have to come much sooner.
  server.requestTimeout = 120_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;

  async function stop(cutOffMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      if (server.listening) server.close(() => resolve());
      else resolve();
    });
    const cut = setTimeout(() => {
      log.warn('open requests cut off', { durationMs: cutOffMs });
      server.closeAllConnections();
    }, cutOffMs);
    await closed;
    clearTimeout(cut);
    await services.close();
  }

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        const fail = (error: NodeJS.ErrnoException): void => reject(explain(error, config));
        server.once('error', fail);
        server.listen(config.port, config.host, () => {
          server.off('error', fail);
          const address = server.address();
          const port = typeof address === 'object' && address ? address.port : config.port;
          const host = isIPv6(config.host) ? `[${config.host}]` : config.host;
          resolve({ url: `http://${host}:${port}`, port });
        });
      }),
    stop: (cutOffMs = defaultCutOffMs) => {
      stopping ??= stop(cutOffMs);
      return stopping;
    },
  };
}

function explain(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  if (error.code === 'EADDRINUSE') {
    return new ConfigError(`PORT ${port} is taken by another program on this machine. Example: PORT=3001`);
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new ConfigError(`HOST ${host} is no address of this machine. Example: HOST=127.0.0.1`);
  }
  return error;
}

/** A request that cannot even be read as one: broken `Host`, broken target, forbidden method. */
function refuseUnreadable(config: Config): Response {
  const response = plainResponse(400, 'none');
  setSecurityHeaders(response.headers, {
    nonce: '',
    https: config.baseUrl.startsWith('https:'),
    development: false,
  });
  return response;
}
