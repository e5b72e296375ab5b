import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { findQuote, type ThreadTarget } from '#app/core/thread/find-quote.ts';
import { startThread } from '#app/core/thread/start-thread.ts';
import { message } from '#app/i18n/message.ts';
import { threadPath } from '#app/screens/me/messages.tsx';
import type { NewMessageField, NewMessageView } from '#app/screens/me/new-message.tsx';
import type { SentForm } from '#app/screens/thread/view.ts';
import { DisclosureId, InteractionId } from '#schema/ids.ts';
import { CUSTOMER_CONCERNS } from '#schema/thread.ts';
import { nameOf } from './find-company.server.ts';
import { explainThread, picturesOf, textOf } from './thread-form.server.ts';
import { quoteView } from './thread-view.server.ts';
import { oneOf, type PostVisit, seeOther, type Visit } from './visit.server.ts';

/** With whom, and about what: out of the address, so that a look leads here by a link. */
interface Addressed {
  readonly connected: readonly Company[];
  readonly chosen: Company | undefined;
  readonly about: ThreadTarget | undefined;
}

/** @throws Response 404 for a company that the customer is not connected with, and for a target that is no id */
async function addressOf({ core, customer, url }: Visit): Promise<Addressed> {
  const { read } = core.storage;
  const connected: Company[] = [];
  for (const { companyId } of await read.relationship.ofCustomer(customer.id)) {
    const company = await read.company.find(companyId);
    if (company) connected.push(company);
  }
  const slug = url.searchParams.get('company');
  const only = connected.length === 1 ? connected[0] : undefined;
  const chosen = slug === null ? only : connected.find((company) => company.slug === slug);
  const about = targetOf(url.searchParams);
  if (connected.length === 0 || (slug !== null && !chosen) || (about && slug === null)) throw notFound();
  return { connected, chosen, about };
}

function targetOf(params: URLSearchParams): ThreadTarget | undefined {
  const [look, entry] = [params.get('look'), params.get('entry')];
  if (look === null && entry === null) return undefined;
  const id = look === null ? InteractionId.safeParse(entry) : DisclosureId.safeParse(look);
  if (!id.success) throw notFound();
  return { target: look === null ? 'entry' : 'look', id: id.data };
}

export async function readNewMessage(visit: Visit): Promise<NewMessageView> {
  const { core, customer, at, intentId } = visit;
  const { connected, chosen, about } = await addressOf(visit);
  const quote =
    chosen && about && (await findQuote(core, { customerId: customer.id, companyId: chosen.id }, about));
  return {
    companies: connected.map(nameOf),
    chosen: chosen ? nameOf(chosen) : null,
    quote: quote ? await quoteView(core, quote) : null,
    today: at.slice(0, 10),
    intentId,
  };
}

export async function sendNewMessage(visit: PostVisit) {
  const { core, customer, form, intent } = visit;
  const { connected, chosen, about } = await addressOf(visit);
  const typed = {
    company: textOf(form, 'company'),
    concern: textOf(form, 'concern'),
    title: textOf(form, 'title'),
    text: textOf(form, 'text'),
    wishedBy: textOf(form, 'wishedBy'),
  };
  const company = chosen ?? connected.find(({ slug }) => slug === typed.company);
  const concern = oneOf(CUSTOMER_CONCERNS, typed.concern);
  const refused = (errors: SentForm<NewMessageField>['errors']) => json({ errors, typed }, { status: 422 });
  if (!company || !concern) {
    // All at once: nobody should mend one thing to be told of the next.
    return refused({
      ...(company ? {} : { company: message('me.newMessage.companyMissing') }),
      ...(concern ? {} : { concern: message('me.newMessage.concernMissing') }),
      ...missingWords(typed),
    });
  }
  try {
    const id = await startThread(core, {
      customerId: customer.id,
      companyId: company.id,
      concern,
      title: typed.title,
      text: typed.text,
      wishedBy: typed.wishedBy,
      pictures: await picturesOf(form),
      ...(about ? { about } : {}),
      ...(intent ? { intent } : {}),
    });
    return seeOther(threadPath(id), { done: 'started' });
  } catch (error) {
    if (error instanceof NotFoundError) throw notFound();
    const errors = explainThread(error);
    if (!errors) throw error;
    return refused({ ...errors, ...missingWords(typed) });
  }
}

function missingWords(typed: {
  readonly title: string;
  readonly text: string;
}): SentForm<NewMessageField>['errors'] {
  return {
    ...(typed.title.trim() ? {} : { title: message('thread.error.titleMissing') }),
    ...(typed.text.trim() ? {} : { text: message('thread.error.textMissing') }),
  };
}
