import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { homeOf } from '#app/auth/home-of.ts';
import { notFound } from '#app/auth/require.ts';
import { safePath } from '#app/auth/safe-path.ts';
import { signInDemo } from '#app/auth/sign-in-demo.ts';
import { signedIn } from '#app/auth/signed-in.ts';
import { readForm } from './form.server.ts';

export async function loader(_: LoaderFunctionArgs): Promise<Response> {
  throw notFound();
}

/** One click as one of the demo's people. Outside the demo this page does not exist. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { core, auth, config, demoPeople } = context.services;
  const field = await readForm(request);
  const person = config.demo ? demoPeople().find(({ slug }) => slug === field('person')) : undefined;
  if (!person) throw notFound();
  const replaces = (await auth.identify(request))?.session ?? null;
  const { account, opened } = await signInDemo(core, person, replaces);
  const home = homeOf(account);
  const to = safePath(field('to'), home);
  // The page may have been another person's.
  return signedIn(context, opened, to === home || to.startsWith(`${home}/`) ? to : home);
}
