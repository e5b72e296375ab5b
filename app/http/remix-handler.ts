import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import { maxBodyBytes } from './body-limits.ts';
import { isStreamed, readFormBody } from './form-body.ts';
import { dropSentForm, keepSentForm, withoutKept } from './kept-form.server.ts';
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
    let sent: Uint8Array<ArrayBuffer> | undefined;
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
      sent = body.bytes;
      init.body = sent;
      (init.headers as Headers).set('content-type', body.contentType);
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plainResponse(405, context.requestId, { Allow: 'GET, HEAD, POST' });
    }
    const answer = await findHandler(pathname)(new Request(`${baseUrl}${pathname}${search}`, init), context);
    return sent
      ? keepOver(request, answer, context, { pathname, sent, headers: init.headers as Headers })
      : answer;
  };
}

/**
 * A form that met an ended session is kept for the same account and offered
 * again, filled in, after the sign-in; one that was taken forgets what was kept.
 */
async function keepOver(
  request: Request,
  answer: Response,
  context: AppLoadContext,
  form: { readonly pathname: string; readonly sent: Uint8Array<ArrayBuffer>; readonly headers: Headers },
): Promise<Response> {
  const location = answer.headers.get('location') ?? '';
  if (!/^\/sign-in\?.*\bended=1/.test(location)) {
    const taken = form.pathname !== '/language' && answer.status === 303;
    const blank = taken ? await dropSentForm(request, context, form.pathname) : undefined;
    return blank ? withCookie(answer, blank) : answer;
  }
  const owner = await context.services.auth.ownerOf(request);
  if (owner === undefined) return answer;
  const { headers, sent, pathname } = form;
  const body = await new Response(sent, {
    headers: { 'content-type': headers.get('content-type') ?? '' },
  }).formData();
  const cookie = await keepSentForm(context, body, pathname, owner);
  return cookie ? withCookie(answer, cookie, `${location}&kept=1`) : answer;
}

function withCookie(answer: Response, cookie: string, location?: string): Response {
  const headers = new Headers(answer.headers);
  headers.append('Set-Cookie', cookie);
  if (location) headers.set('Location', location);
  return new Response(answer.body, { status: answer.status, headers });
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
  // What a form brings goes before what was kept for it.
  const cookies = headers.get('cookie');
  if (cookies && request.method === 'POST') headers.set('cookie', withoutKept(cookies));
  for (const name of [...headers.keys()]) if (name.startsWith('x-forwarded-')) headers.delete(name);
  headers.delete('transfer-encoding');
  headers.delete('content-length');
  headers.set('host', new URL(baseUrl).host);
  if (headers.has('origin')) headers.set('origin', baseUrl);
  return headers;
}
