import { type ActionFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { evenTime } from '#app/auth/even-time.ts';
import { requestPasswordReset } from '#app/core/sign-in/request-password-reset.ts';
import { ResetScreen } from '#app/screens/auth/reset.tsx';
import { pageTitle } from '../me/page-title.ts';
import { assertEmail, languageOfPage, readForm, tryForm } from './form.server.ts';
import { formHeaders } from './form-headers.ts';
import { useFormAnswer } from './use-form-answer.ts';

export const meta: MetaFunction = pageTitle('auth.reset.title');
export const handle = { width: 'narrow', keeps: true };
export const headers = formHeaders;

/** The same answer, whether or not there is an account for the address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const startedAt = performance.now();
  const { core, auth } = context.services;
  const email = (await readForm(request))('email');
  const as = new URL(request.url).searchParams.get('as') === 'staff' ? 'staff' : 'customer';
  return tryForm(request, context, { field: 'email', values: { email } }, async () => {
    assertEmail(email);
    await auth.limits.codeRequest({ email, clientAddress: context.clientAddress });
    await requestPasswordReset(core, { email, as, language: languageOfPage(request) });
    await evenTime(startedAt);
    return redirect('/reset/sent', 303);
  });
}

export default function Reset() {
  return <ResetScreen answer={useFormAnswer()} />;
}
