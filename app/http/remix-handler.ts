import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import { maxBodyBytes } from './body-limits.ts';
import { isStreamed, readFormBody } from './form-body.ts';
import { isOneClick } from './origin-guard.ts';
import { plainResponse } from './plain-response.ts';
import { splitBuild } from './split-build.ts';
import { translateRefusals } from './translate-refusals.ts';

export type RemixBuild = ServerBuild | (() => Promise<ServerBuild>);

export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * Pages. Remix gets a request that stands on our own ground: the public origin whatever `Host` and `X-Forwarded-*`
 * said, and a body that was read and parsed once already.
 */
export function createPageHandler(build: RemixBuild, baseUrl: string, development: boolean): PageHandler {
  const findHandler = createHandlers(build, development ? 'development' : 'production');
  return async (request, context) => {
    const { pathname, search } = new URL(request.url);
    // The transport of lazy route discovery: off, and closed as well.
    if (pathname === '/__manifest') return plainResponse(404, context.requestId);
    const init: RequestInit = {
      method: request.method,
      headers: ownHeaders(request, pathname, baseUrl),
      signal: request.signal,
    };
    if (request.method === 'POST' && isStreamed(pathname, request.headers.get('content-type'))) {
      Object.assign(init, { body: request.body, duplex: 'half' });
    } else if (request.method === 'POST') {
      const body = await readFormBody(request, maxBodyBytes(pathname, request.headers));
      if (!body.ok) return plainResponse(body.status, context.requestId);
      init.body = body.bytes;
      (init.headers as Headers).set('content-type', body.contentType);
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plainResponse(405, context.requestId, { Allow: 'GET, HEAD, POST' });
    }
    return findHandler(pathname)(new Request(`${baseUrl}${pathname}${search}`, init), context);
  };
}

/** One handler for each area; in development, where pages change, one for all. */
function createHandlers(build: RemixBuild, mode: 'development' | 'production') {
  if (typeof build === 'function') {
    const handle = createRequestHandler(async () => translateRefusals(await build()), mode);
    return () => handle;
  }
  const partOf = splitBuild(translateRefusals(build));
  const handlers = new Map<ServerBuild, ReturnType<typeof createRequestHandler>>();
  return (pathname: string) => {
    const part = partOf(pathname);
    const handle = handlers.get(part) ?? createRequestHandler(part, mode);
    handlers.set(part, handle);
    return handle;
  };
}

/** The origin guard has spoken already; Remix's weaker check compares `Origin` with `Host` and must not disagree. */
function ownHeaders(request: Request, pathname: string, baseUrl: string): Headers {
  const headers = new Headers(request.headers);
  if (isOneClick(pathname)) headers.delete('cookie');
  for (const name of [...headers.keys()]) if (name.startsWith('x-forwarded-')) headers.delete(name);
  headers.delete('transfer-encoding');
  headers.delete('content-length');
  headers.set('host', new URL(baseUrl).host);
  if (headers.has('origin')) headers.set('origin', baseUrl);
  return headers;
}
