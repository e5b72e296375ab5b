import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import { findUploadRule } from './body-limits.ts';
import { maxFormBytes, readFormBody } from './form-body.ts';
import { dropSentForm, keepSentForm, withoutKept } from './kept-form.server.ts';
import { isOneClick } from './origin-guard.ts';
import { plainResponse } from './plain-response.ts';
import { receiveUpload } from './receive-upload.server.ts';
import { splitBuild } from './split-build.ts';
import { translateRefusals } from './translate-refusals.ts';
import { createUploadDoor } from './upload-door.ts';

export type RemixBuild = ServerBuild | (() => Promise<ServerBuild>);

export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * Pages. Remix gets a request that stands on our own ground: the public origin whatever `Host` and `X-Forwarded-*`
 * said, and a body that was read and parsed once already.
 */
export function createPageHandler(build: RemixBuild, baseUrl: string, development: boolean): PageHandler {
  const findHandler = createHandlers(build, development ? 'development' : 'production');
  const door = createUploadDoor();
  return async (request, context) => {
    const { pathname, search } = new URL(request.url);
    // The transport of lazy route discovery: off, and closed as well.
    if (pathname === '/__manifest') return plainResponse(404, context.requestId);
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
      return plainResponse(405, context.requestId, { Allow: 'GET, HEAD, POST' });
    const headers = ownHeaders(request, pathname, baseUrl);
    const hand = (init: RequestInit, facts: AppLoadContext = context) => {
      const own = { headers, signal: request.signal, ...init };
      return findHandler(pathname)(new Request(`${baseUrl}${pathname}${search}`, own), facts);
    };
    if (method !== 'POST') return hand({ method });
    const receive = async (form: Request, maxBytes: number): Promise<Response> => {
      const body = await readFormBody(form, maxBytes);
      if (!body.ok) return plainResponse(body.status, context.requestId);
      const sent = body.bytes;
      headers.set('content-type', body.contentType);
      return keepOver(request, await hand({ method, body: sent }), context, { pathname, sent, headers });
    };
    const rule = findUploadRule(pathname, request.headers);
    if (!rule) return receive(request, maxFormBytes);
    return receiveUpload({
      request,
      context,
      rule,
      door,
      receive: (body) => {
        const streamed: RequestInit & { duplex: 'half' } = { method, body, duplex: 'half' };
        return rule.maxBytes === null
          ? hand(streamed)
          : receive(new Request(request.url, { ...streamed, headers: request.headers }), rule.maxBytes);
      },
      sendEmpty: () => hand({ method, body: new URLSearchParams(), headers: withoutType(headers) }),
      show: (refusedUpload, cookie) =>
        hand({ method: 'GET', headers: withCookies(headers, cookie) }, { ...context, refusedUpload }),
    });
  };
}

/** For a body of another kind than the one that came. */
function withoutType(headers: Headers): Headers {
  const own = new Headers(headers);
  own.delete('content-type');
  return own;
}

function withCookies(headers: Headers, cookie: string | undefined): Headers {
  const own = withoutType(headers);
  if (cookie) own.set('cookie', [own.get('cookie'), cookie].filter(Boolean).join('; '));
  return own;
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
