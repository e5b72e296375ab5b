import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireCustomer } from '#app/auth/require.ts';
import type { DecisionContext } from '#app/core/consent/apply-decision.ts';
import type { Customer } from '#app/core/customer/customer.ts';
import type { Core } from '#app/core/shared/core.ts';
import { type Intent, wasDone } from '#app/core/shared/idempotency-store.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import type { Session } from '#app/core/sign-in/session.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import { sendsGpc } from '#app/http/sends-gpc.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';

/** One request of a signed-in customer. */
export interface Visit {
  readonly core: Core;
  readonly customer: Customer;
  readonly session: Session;
  readonly at: Instant;
  readonly url: URL;
  /** Sec-GPC: only the value 1 counts. */
  readonly gpc: boolean;
  /** For the hidden field of each form on the page. */
  readonly intentId: string;
}

/** @throws Response 302 to the sign-in page, 404 for staff */
export async function openVisit({
  request,
  context,
}: Pick<LoaderFunctionArgs, 'request' | 'context'>): Promise<Visit> {
  const { customer, session } = await requireCustomer(request, context);
  const { core } = context.services;
  return {
    core,
    customer,
    session,
    at: core.world.now(),
    url: new URL(request.url),
    gpc: sendsGpc(request),
    intentId: randomUUID(),
  };
}

/** The same with a form that was sent. */
export interface PostVisit extends Visit {
  readonly form: FormData;
  readonly intent: Intent | undefined;
  /** This very form was carried out before: show what holds, do nothing. */
  readonly sentBefore: boolean;
}

export async function openPost(args: Pick<ActionFunctionArgs, 'request' | 'context'>): Promise<PostVisit> {
  const visit = await openVisit(args);
  const form = await args.request.formData();
  const intent = answerIntentOf(form, customerPrincipal(visit.customer.id), visit.url.pathname);
  const { idempotency } = visit.core.storage.read;
  return { ...visit, form, intent, sentBefore: intent ? await wasDone(idempotency, intent) : false };
}

/** What a decision on a page is recorded with. `language`: of the text that was shown; null where none was. */
export function decisionOf(visit: PostVisit, language: Language | null): DecisionContext {
  const { url, gpc, intent } = visit;
  return {
    actor: { kind: 'customer', name: '' },
    method: 'web',
    source: url.pathname,
    language,
    gpc,
    ...(intent ? { intent } : {}),
  };
}

/** After a POST: the page that shows what holds now. */
export function seeOther(
  path: string,
  query: Readonly<Record<string, string | number | null | readonly string[]>> = {},
): Response {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null) search.append(name, String(one));
  return new Response(null, {
    status: 303,
    headers: { Location: search.size > 0 ? `${path}?${search}` : path },
  });
}

/** A word of a closed list out of the query; anything else is absent. */
export function oneOf<Word extends string>(words: readonly Word[], value: string | null): Word | null {
  return words.find((word) => word === value) ?? null;
}
