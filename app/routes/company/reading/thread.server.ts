import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import type { Core } from '#app/core/shared/core.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { answerThread } from '#app/core/thread/answer-thread.ts';
import { type DialogueRole, findCompanyThread, mayCompanyWrite } from '#app/core/thread/company-thread.ts';
import { noteSeen } from '#app/core/thread/note-seen.ts';
import type { PictureFacts } from '#app/core/thread/thread.ts';
import { ThreadError } from '#app/core/thread/thread-error.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import type { StaffThreadView } from '#app/screens/company/thread.tsx';
import type { SaidView } from '#app/screens/thread/view.ts';
import { threadIdOf } from '../../me/reading/thread.server.ts';
import { explainThread, picturesOf, textOf } from '../../me/reading/thread-form.server.ts';
import { readThreadView, signOf } from '../../me/reading/thread-view.server.ts';
import { seeOther } from '../../me/reading/visit.server.ts';
import type { StaffVisit } from './visit.server.ts';

/** The marketer, and the officer where the customer called. */
type DialogueVisit = Pick<StaffVisit, 'core' | 'staff' | 'company' | 'at' | 'url' | 'intentId'>;

const AREA: Readonly<Record<DialogueRole, string>> = { marketer: 'company', officer: 'officer' };

export const staffThreadPath = (role: DialogueRole, id: string): string => `/${AREA[role]}/messages/${id}`;

/**
 * @param opens somebody looks at the page now: what it shows is new no more
 * @throws NotFoundError or Response 404 for what this person may not read or what opens no more
 */
export async function readStaffThread(
  { core, staff, company, at, url, intentId }: DialogueVisit,
  role: DialogueRole,
  raw: string | undefined,
  opens: boolean,
): Promise<StaffThreadView> {
  const { read } = core.storage;
  const thread = await findCompanyThread(read, staff, role, threadIdOf(raw));
  const relationship = await read.relationship.find(thread.relationshipId);
  const page = staffThreadPath(role, thread.id);
  const pictureHref = ({ id }: PictureFacts) => `${page}/pictures/${id}`;
  const view = await readThreadView(core, thread, company, at, 'company', pictureHref);
  if (!view || !relationship) throw notFound();
  // The officer reads along; whether the company has looked is about those who answer.
  if (opens && role === 'marketer') await noteSeen(core, thread, 'company');
  const messages = role === 'marketer' ? await withNames(core, company, view.messages) : view.messages;
  return {
    thread: { ...view, messages },
    subject: relationship.subject,
    sign: signOf(staff.pseudonym),
    mayWrite: await mayCompanyWrite(read, thread, at),
    area: role === 'officer' ? 'officer' : 'company',
    sent: url.searchParams.get('done') === 'sent',
    intentId,
  };
}

/** Who of the team wrote what: the person reads the sign, colleagues the name. */
async function withNames(
  core: Core,
  company: Company,
  messages: readonly SaidView[],
): Promise<readonly SaidView[]> {
  const team = await core.storage.read.staff.ofCompany(company.id);
  const names = new Map(team.map(({ pseudonym, name }) => [signOf(pseudonym), name]));
  return messages.map((said) => ({ ...said, colleague: said.sign ? names.get(said.sign) : undefined }));
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
    const pictures = await picturesOf(form);
    await answerThread(core, { staff, role, threadId, text, pictures, ...(intent ? { intent } : {}) });
    return seeOther(page, { done: 'sent' });
  } catch (error) {
    if (!(error instanceof ThreadError)) throw error;
    const errors = explainThread(error);
    // Ended or answered by somebody else meanwhile: the page shows what holds.
    return errors ? json({ errors, typed: { text } }, { status: 422 }) : seeOther(page);
  }
}
