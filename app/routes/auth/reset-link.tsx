import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { homeOf } from '#app/auth/home-of.ts';
import { signedInHere } from '#app/auth/signed-in.ts';
import { PASSWORD_MIN } from '#app/core/sign-in/password.ts';
import { resetPassword } from '#app/core/sign-in/reset-password.ts';
import { readLink } from '#app/core/sign-in/use-proof.ts';
import { ResetLinkScreen, type ResetLinkView } from '#app/screens/auth/reset.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { isLinkError, readForm, statusOfLink, tryForm } from './form.server.ts';
import { formHeaders } from './form-headers.ts';
import { useFormAnswer } from './use-form-answer.ts';

export const meta: MetaFunction = pageTitle('auth.reset.title');
export const handle = { width: 'narrow' };
export const headers = formHeaders;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { state } = await readLink(context.services.core, params.token ?? '', ['reset-password']);
  const view: ResetLinkView = { state, minLength: PASSWORD_MIN };
  return json(view, { status: statusOfLink(state) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { core, auth } = context.services;
  const token = params.token ?? '';
  const password = (await readForm(request))('password');
  try {
    return await tryForm(request, context, { field: 'password' }, async () => {
      await auth.limits.codeTry(context);
      const { passwords } = auth;
      const { account, opened } = await resetPassword({ ...core, passwords }, { token, password });
      return signedInHere(request, context, opened, homeOf(account), true);
    });
  } catch (error) {
    // The page itself says how the link stands.
    if (isLinkError(error)) return redirect(`/reset/${encodeURIComponent(token)}`, 303);
    throw error;
  }
}

export default function ResetLink() {
  return <ResetLinkScreen {...useView<typeof loader>()} answer={useFormAnswer()} />;
}
