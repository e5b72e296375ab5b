import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { evenTime } from '#app/auth/even-time.ts';
import { homeOfPrincipal } from '#app/auth/home-of.ts';
import { optionalPrincipal } from '#app/auth/require.ts';
import { registerCustomer } from '#app/core/customer/register-customer.ts';
import { RegisterScreen } from '#app/screens/auth/register.tsx';
import { pageTitle } from '../me/page-title.ts';
import { assertEmail, languageOfPage, readForm, tryForm } from './form.server.ts';
import { formHeaders } from './form-headers.ts';
import { useFormAnswer } from './use-form-answer.ts';

export const meta: MetaFunction = pageTitle('auth.register.title');
export const handle = { width: 'narrow', keeps: true };
export const headers = formHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const principal = await optionalPrincipal(request, context);
  if (principal) throw redirect(homeOfPrincipal(principal));
  return null;
}

/** The same answer, whether or not there is an account for the address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const startedAt = performance.now();
  const { core, auth } = context.services;
  const email = (await readForm(request))('email');
  return tryForm(request, context, { field: 'email', values: { email } }, async () => {
    assertEmail(email);
    await auth.limits.codeRequest({ email, clientAddress: context.clientAddress });
    await registerCustomer(core, { email, language: languageOfPage(request) });
    await evenTime(startedAt);
    return redirect('/register/sent', 303);
  });
}

export default function Register() {
  return <RegisterScreen answer={useFormAnswer()} />;
}
