import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { evenTime } from '#app/auth/even-time.ts';
import { homeOf, homeOfPrincipal } from '#app/auth/home-of.ts';
import { optionalPrincipal } from '#app/auth/require.ts';
import { safePath } from '#app/auth/safe-path.ts';
import { signedInHere } from '#app/auth/signed-in.ts';
import { requestSignIn } from '#app/core/sign-in/request-sign-in.ts';
import { signInWithPassword } from '#app/core/sign-in/sign-in-with-password.ts';
import { SignInScreen, type SignInView } from '#app/screens/auth/sign-in.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { assertEmail, languageOfPage, readForm, tryForm } from './form.server.ts';
import { formHeaders } from './form-headers.ts';
import { useFormAnswer } from './use-form-answer.ts';

export const meta: MetaFunction = pageTitle('auth.signIn.title');
export const handle = { width: 'narrow', keeps: true };
export const headers = formHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const to = safePath(searchParams.get('to'), '') || null;
  const principal = await optionalPrincipal(request, context);
  if (principal && !searchParams.has('as')) throw redirect(to ?? homeOfPrincipal(principal));
  const view: SignInView = {
    as: searchParams.get('as') === 'staff' ? 'staff' : 'customer',
    way: searchParams.get('way') === 'password' ? 'password' : 'code',
    to,
    ended: searchParams.has('ended'),
    kept: searchParams.has('kept'),
    demo: context.services.demoPeople().map(({ slug, name, about }) => ({ slug, name, about })),
  };
  return json(view);
}

/** Known or unknown, an address gets the same answer in the same time. */
export async function action({ request, context }: ActionFunctionArgs) {
  const startedAt = performance.now();
  const field = await readForm(request);
  const { core, auth } = context.services;
  const [email, password] = [field('email'), field('password')];
  const as = field('as') === 'staff' ? 'staff' : 'customer';
  const remember = field('remember') === 'yes';
  const to = safePath(field('to'), '') || null;
  const visitor = { email, clientAddress: context.clientAddress };
  const byPassword = field('way') === 'password';
  const refusal = {
    field: byPassword ? 'password' : 'email',
    values: { email, remember: field('remember') },
  };

  return tryForm(request, context, refusal, async () => {
    assertEmail(email);
    if (byPassword) {
      await auth.limits.passwordTry(visitor);
      const replaces = (await auth.identify(request))?.session ?? null;
      const { passwords } = auth;
      const done = await signInWithPassword(
        { ...core, passwords },
        { email, password, as, remember, replaces },
      );
      await auth.limits.passwordRight(visitor);
      return signedInHere(request, context, done.opened, to ?? homeOf(done.account));
    }
    await auth.limits.codeRequest(visitor);
    const language = languageOfPage(request);
    const { requestId } = await requestSignIn(core, { email, as, language, to, remember });
    await evenTime(startedAt);
    return redirect(`/sign-in/sent?request=${requestId}`, 303);
  });
}

export default function SignIn() {
  return <SignInScreen {...useView<typeof loader>()} answer={useFormAnswer()} />;
}
