import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requirePrincipal, requireStepUp } from '#app/auth/require.ts';
import { signedInHere } from '#app/auth/signed-in.ts';
import { PASSWORD_MIN } from '#app/core/sign-in/password.ts';
import { removePassword } from '#app/core/sign-in/remove-password.ts';
import { setPassword } from '#app/core/sign-in/set-password.ts';
import { PasswordScreen, type PasswordView } from '#app/screens/auth/password.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readForm, tryForm } from './form.server.ts';
import { formHeaders } from './form-headers.ts';
import { useFormAnswer } from './use-form-answer.ts';

export const meta: MetaFunction = pageTitle('auth.password.title');
export const handle = { width: 'narrow' };
export const headers = formHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { session } = await requirePrincipal(request, context);
  requireStepUp(request, context, session);
  const { signIn } = context.services.core.storage.read;
  const done = new URL(request.url).searchParams.get('done');
  const view: PasswordView = {
    hasPassword: (await signIn.findPassword(session.principal)) !== undefined,
    minLength: PASSWORD_MIN,
    ofCustomer: session.principal.startsWith('customer:'),
    done: done === 'saved' || done === 'removed' ? done : null,
  };
  return json(view);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { session } = await requirePrincipal(request, context);
  requireStepUp(request, context, session);
  const { core, auth } = context.services;
  const field = await readForm(request);
  return tryForm(request, context, { field: 'password' }, async () => {
    if (field('act') === 'remove') {
      return signedInHere(
        request,
        context,
        await removePassword(core, session),
        '/password?done=removed',
        true,
      );
    }
    const { passwords } = auth;
    const opened = await setPassword({ ...core, passwords }, { session, password: field('password') });
    return signedInHere(request, context, opened, '/password?done=saved', true);
  });
}

export default function Password() {
  return <PasswordScreen {...useView<typeof loader>()} answer={useFormAnswer()} />;
}
