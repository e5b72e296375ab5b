import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { answerThread } from '#app/core/thread/answer-thread.ts';
import { type DialogueRole, findCompanyThread, mayCompanyWrite } from '#app/core/thread/company-thread.ts';
import { ThreadError } from '#app/core/thread/thread-error.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import type { StaffThreadView } from '#app/screens/company/thread.tsx';
import { threadIdOf } from '../../me/reading/thread.server.ts';
import { explainThread, textOf } from '../../me/reading/thread-form.server.ts';
import { readThreadView } from '../../me/reading/thread-view.server.ts';
import { seeOther } from '../../me/reading/visit.server.ts';
import type { StaffVisit } from './visit.server.ts';

/** The marketer, and the officer where the customer called. */
type DialogueVisit = Pick<StaffVisit, 'core' | 'staff' | 'company' | 'at' | 'url' | 'intentId'>;

const AREA: Readonly<Record<DialogueRole, string>> = { marketer: 'company', officer: 'officer' };

export const staffThreadPath = (role: DialogueRole, id: string): string => `/${AREA[role]}/messages/${id}`;

/** @throws NotFoundError or Response 404 for what this person may not read or what opens no more */
export async function readStaffThread(
  { core, staff, company, at, url, intentId }: DialogueVisit,
  role: DialogueRole,
  raw: string | undefined,
): Promise<StaffThreadView> {
  const { read } = core.storage;
  const thread = await findCompanyThread(read, staff, role, threadIdOf(raw));
  const relationship = await read.relationship.find(thread.relationshipId);
  const page = staffThreadPath(role, thread.id);
  const view = await readThreadView(core, thread, company, at, ({ id }) => `${page}/pictures/${id}`);
  if (!view || !relationship) throw notFound();
  return {
    thread: view,
    subject: relationship.subject,
    sign: staff.pseudonym,
    mayWrite: await mayCompanyWrite(read, thread, at),
    area: role === 'officer' ? 'officer' : 'company',
    sent: url.searchParams.get('done') === 'sent',
    intentId,
  };
}

export async function answerAsStaff(
  { core, staff, url }: DialogueVisit,
  role: DialogueRole,
  raw: string | undefined,
  form: FormData,
) {
  const threadId = threadIdOf(raw);
  const page = staffThreadPath(role, threadId);
  const text = textOf(form, 'text');
  const intent = answerIntentOf(form, staffPrincipal(staff.id), url.pathname);
  try {
    await answerThread(core, { staff, role, threadId, text, ...(intent ? { intent } : {}) });
    return seeOther(page, { done: 'sent' });
  } catch (error) {
    if (!(error instanceof ThreadError)) throw error;
    const errors = explainThread(error);
    // Ended or answered by somebody else meanwhile: the page shows what holds.
    return errors ? json({ errors, typed: { text } }, { status: 422 }) : seeOther(page);
  }
}
