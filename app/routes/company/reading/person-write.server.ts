import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { findPermission } from '#app/core/permission/find-permission.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { ThreadError } from '#app/core/thread/thread-error.ts';
import { writeFirst } from '#app/core/thread/write-first.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import type { PersonWriteView } from '#app/screens/company/person-write.tsx';
import { explainThread, picturesOf, textOf } from '../../me/reading/thread-form.server.ts';
import { seeOther } from '../../me/reading/visit.server.ts';
import { findVisible } from './person-record.server.ts';
import { nameOf } from './purposes.server.ts';
import type { StaffVisit } from './visit.server.ts';

/** @throws Response 404 where the purpose allows no word in the portal, as for somebody who is not there */
export async function readPersonWrite(visit: StaffVisit, raw: string | undefined): Promise<PersonWriteView> {
  const { core, at, url, intentId } = visit;
  const { current, relationship } = await findVisible(visit, raw);
  const done = url.searchParams.get('done') === 'sent';
  const permission = await findPermission(core.storage.read, relationship, current.purpose, at, 'portal');
  if (!permission.allowed && !done) throw notFound();
  return { subject: relationship.subject, purpose: nameOf(current), done, intentId };
}

export async function writeToPerson(visit: StaffVisit, raw: string | undefined, form: FormData) {
  const { core, staff, url } = visit;
  const { current, relationship } = await findVisible(visit, raw);
  const typed = { title: textOf(form, 'title'), text: textOf(form, 'text') };
  const intent = answerIntentOf(form, staffPrincipal(staff.id), url.pathname);
  try {
    const pictures = await picturesOf(form);
    await writeFirst(core, {
      staff,
      subject: relationship.subject,
      purposeId: current.purpose.id,
      ...typed,
      pictures,
      ...(intent ? { intent } : {}),
    });
  } catch (error) {
    if (!(error instanceof ThreadError)) throw error;
    return json({ errors: explainThread(error) ?? {}, typed }, { status: 422 });
  }
  return seeOther(`/company/people/${relationship.subject}/write`, {
    purpose: current.purpose.slug,
    done: 'sent',
  });
}
