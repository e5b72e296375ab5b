import type { AppLoadContext } from '@remix-run/node';
import { BusyError } from '#app/auth/gate.ts';
import { networkOf } from '#app/auth/network-of.ts';
import type { UploadRule } from './body-limits.ts';
import { readTyped } from './form-head.ts';
import { keepSentForm } from './kept-form.server.ts';
import { type PacedBody, paceBody } from './paced-body.ts';
import { SendingError, type UploadDoor } from './upload-door.ts';

/** Why files were not taken; the page says it above its form. */
export interface RefusedUpload {
  readonly why: 'too-large' | 'too-slow' | 'busy' | 'sending-already';
  readonly maxMb: number;
  /** What was typed stands in the form again. */
  readonly kept: boolean;
}

export interface Upload {
  readonly request: Request;
  readonly context: AppLoadContext;
  readonly rule: UploadRule;
  readonly door: UploadDoor;
  /** Hands this body on as it is; 413 when it is larger than the page takes. */
  readonly receive: (body: ReadableStream<Uint8Array>) => Promise<Response>;
  /** The same form sent empty: what the page answers whoever may not send it. */
  readonly sendEmpty: () => Promise<Response>;
  /** The page itself, with these cookies on top. */
  readonly show: (refused: RefusedUpload, cookie: string | undefined) => Promise<Response>;
}

const STATUS = { 'too-large': 413, 'too-slow': 408, busy: 503, 'sending-already': 429 } as const;
const MIB = 1024 * 1024;

/**
 * The door for everything that is larger than a form. Not a byte of it is read
 * before it is known whose it is: no session, no reading, and the connection
 * ends with the answer. Who has a session waits for a turn, and gives the place
 * up by dawdling while others wait. Whose files are refused gets the page again
 * with the reason and with what was typed.
 */
export async function receiveUpload(upload: Upload): Promise<Response> {
  const { request, context, rule, door, receive, sendEmpty } = upload;
  const sender = await context.services.auth.ownerOf(request);
  // An ended session is somebody's too: what was typed is kept for them over the sign-in.
  if (!sender?.startsWith(`${rule.from}:`)) return closing(await sendEmpty());
  const body = paceBody(request.body ?? new Blob().stream());
  if (rule.maxBytes !== null && Number(request.headers.get('content-length') ?? 0) > rule.maxBytes)
    return refuse(upload, sender, 'too-large', body);
  try {
    const answer = await door({ person: sender, network: networkOf(context.clientAddress) }, (place) => {
      body.keepPace(place);
      return receive(body.stream);
    });
    if (body.isTooSlow()) return refuse(upload, sender, 'too-slow', body);
    return answer.status === 413 ? refuse(upload, sender, 'too-large', body) : answer;
  } catch (error) {
    if (body.isTooSlow()) return refuse(upload, sender, 'too-slow', body);
    if (error instanceof BusyError) return refuse(upload, sender, 'busy', body);
    if (error instanceof SendingError) return refuse(upload, sender, 'sending-already', body);
    throw error;
  }
}

async function refuse(
  { request, context, rule, show }: Upload,
  sender: string,
  why: RefusedUpload['why'],
  body: PacedBody,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const typed = await readTyped(request.headers.get('content-type'), await body.readHead());
  const cookie = typed && (await keepSentForm(context, typed, pathname, sender));
  const maxMb = (rule.maxBytes ?? 0) / MIB;
  const page = await show({ why, maxMb, kept: cookie !== undefined }, cookie?.split(';')[0]);
  const headers = new Headers(page.headers);
  if (cookie) headers.append('Set-Cookie', cookie);
  if (STATUS[why] >= 429) headers.set('Retry-After', '20');
  const status = page.status === 200 ? STATUS[why] : page.status;
  return closing(new Response(page.body, { status, headers }));
}

/** The body was not read to its end: nothing else can come on this connection. */
function closing(answer: Response): Response {
  const headers = new Headers(answer.headers);
  headers.set('Connection', 'close');
  return new Response(answer.body, { status: answer.status, headers });
}
