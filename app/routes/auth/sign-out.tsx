import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { signedOut } from '#app/auth/signed-in.ts';
import { signOut, signOutEverywhere } from '#app/core/sign-in/sessions.ts';
import { readForm } from './form.server.ts';

/** A link signs nobody out. */
export async function loader(_: LoaderFunctionArgs) {
  return redirect('/');
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { core, auth } = context.services;
  const field = await readForm(request);
  const found = await auth.identify(request);
  if (found && field('everywhere') === 'yes') await signOutEverywhere(core, found.session.principal);
  else if (found) await signOut(core, found.session);
  return signedOut(context, '/signed-out');
}
