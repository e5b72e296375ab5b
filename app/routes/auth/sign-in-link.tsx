import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { homeOf } from '#app/auth/home-of.ts';
import { safePath } from '#app/auth/safe-path.ts';
import { signedInHere } from '#app/auth/signed-in.ts';
import { signInWithToken } from '#app/core/sign-in/sign-in-with-proof.ts';
import { readLink } from '#app/core/sign-in/use-proof.ts';
import { SignInLinkScreen } from '#app/screens/auth/sign-in-link.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { isLinkError, statusOfLink } from './form.server.ts';

export const meta: MetaFunction = pageTitle('auth.signIn.title');
export const handle = { width: 'narrow' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { state } = await readLink(context.services.core, params.token ?? '', ['sign-in']);
  return json({ state }, { status: statusOfLink(state) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { core, auth } = context.services;
  const token = params.token ?? '';
  try {
    const replaces = (await auth.identify(request))?.session ?? null;
    const { account, to, opened } = await signInWithToken(core, { token, replaces });
    return await signedInHere(request, context, opened, safePath(to, homeOf(account)));
  } catch (error) {
    // The page itself says how the link stands.
    if (isLinkError(error)) return redirect(`/sign-in/link/${encodeURIComponent(token)}`, 303);
    throw error;
  }
}

export default function SignInLink() {
  return <SignInLinkScreen {...useView<typeof loader>()} />;
}
