import { type ActionFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { evenTime } from '#app/auth/even-time.ts';
import { requestMailLink } from '#app/core/mail/request-mail-link.ts';
import { NewLinkScreen } from '#app/screens/mail/new-link.tsx';
import { assertEmail, languageOfPage, readForm, tryForm } from '../auth/form.server.ts';
import { formHeaders } from '../auth/form-headers.ts';
import { useFormAnswer } from '../auth/use-form-answer.ts';
import { pageTitle } from '../me/page-title.ts';

export const meta: MetaFunction = pageTitle('byMail.newLink.title');
export const handle = { width: 'narrow', keeps: true };
export const headers = formHeaders;

/** Known or unknown, an address gets the same answer in the same time. */
export async function action({ request, context }: ActionFunctionArgs) {
  const startedAt = performance.now();
  const email = (await readForm(request))('email');
  const { core, auth } = context.services;
  return tryForm(request, context, { field: 'email', values: { email } }, async () => {
    assertEmail(email);
    await auth.limits.codeRequest({ email, clientAddress: context.clientAddress });
    await requestMailLink(core, { email, language: languageOfPage(request) });
    await evenTime(startedAt);
    return redirect('/mail/sent', 303);
  });
}

export default function NewLink() {
  return <NewLinkScreen answer={useFormAnswer()} />;
}
