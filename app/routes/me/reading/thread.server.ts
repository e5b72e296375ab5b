import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { callOfficer, mayCallOfficer } from '#app/core/thread/call-officer.ts';
import { closeThread } from '#app/core/thread/close-thread.ts';
import { noteSeen } from '#app/core/thread/note-seen.ts';
import { findOwnThread } from '#app/core/thread/own-thread.ts';
import type { PictureFacts } from '#app/core/thread/thread.ts';
import { ThreadError } from '#app/core/thread/thread-error.ts';
import { writeMessage } from '#app/core/thread/write-message.ts';
import { threadPath } from '#app/screens/me/messages.tsx';
import { type OwnThreadView, THREAD_DONE } from '#app/screens/me/thread.tsx';
import { ThreadId } from '#schema/ids.ts';
import { nameOf } from './find-company.server.ts';
import { explainThread, picturesOf, textOf } from './thread-form.server.ts';
import { readThreadView } from './thread-view.server.ts';
import { oneOf, type PostVisit, seeOther, type Visit } from './visit.server.ts';

/** @throws Response 404 for what is no id */
export function threadIdOf(raw: string | undefined): ThreadId {
  const id = ThreadId.safeParse(raw);
  if (!id.success) throw notFound();
  return id.data;
}

/**
 * @param opens somebody looks at the page now: what it shows is new no more
 * @throws NotFoundError or Response 404 for a thread that is not the customer's or opens no more
 */
export async function readOwnThread(
  visit: Visit,
  raw: string | undefined,
  opens: boolean,
): Promise<OwnThreadView> {
  const { core, customer, at, url, intentId } = visit;
  const thread = await findOwnThread(core.storage.read, customer.id, threadIdOf(raw));
  const company = await core.storage.read.company.find(thread.companyId);
  const pictureHref = ({ id }: PictureFacts) => `${threadPath(thread.id)}/pictures/${id}`;
  const view = company && (await readThreadView(core, thread, company, at, 'customer', pictureHref));
  if (!company || !view) throw notFound();
  if (opens) await noteSeen(core, thread, 'customer');
  return {
    thread: view,
    company: nameOf(company),
    mayCallOfficer: mayCallOfficer(thread, at),
    done: oneOf(THREAD_DONE, url.searchParams.get('done')),
    intentId,
  };
}

export async function actOnThread(visit: PostVisit, raw: string | undefined) {
  const { core, customer, form, intent } = visit;
  const of = { customerId: customer.id, threadId: threadIdOf(raw) };
  const page = threadPath(of.threadId);
  const act = oneOf(['close', 'call', 'write'] as const, textOf(form, 'act'));
  const text = textOf(form, 'text');
  try {
    switch (act) {
      case 'close':
        await closeThread(core, of);
        return seeOther(page, { done: 'closed' });
      case 'call':
        await callOfficer(core, of);
        return seeOther(page, { done: 'called' });
      case 'write':
        await writeMessage(core, {
          ...of,
          text,
          pictures: await picturesOf(form),
          ...(intent ? { intent } : {}),
        });
        return seeOther(page, { done: 'sent' });
      default:
        throw notFound();
    }
  } catch (error) {
    if (!(error instanceof ThreadError)) throw error;
    const errors = explainThread(error);
    // Ended or answered meanwhile: the page shows what holds.
    return errors ? json({ errors, typed: { text } }, { status: 422 }) : seeOther(page);
  }
}
