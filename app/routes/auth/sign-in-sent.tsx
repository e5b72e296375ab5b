import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { findCodeProblem } from '#app/auth/describe-problem.ts';
import { homeOf } from '#app/auth/home-of.ts';
import { safePath } from '#app/auth/safe-path.ts';
import { signedInHere } from '#app/auth/signed-in.ts';
import { CODE_DIGITS } from '#app/core/sign-in/proof.ts';
import { signInWithCode } from '#app/core/sign-in/sign-in-with-proof.ts';
import { CodeSentScreen } from '#app/screens/auth/sent.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { bringBack, readForm, tryForm } from './form.server.ts';
import { formHeaders } from './form-headers.ts';
import { useFormAnswer } from './use-form-answer.ts';

export const meta: MetaFunction = pageTitle('auth.code.title');
export const handle = { width: 'narrow' };
export const headers = formHeaders;

export async function loader(_: LoaderFunctionArgs) {
  return json({ digits: CODE_DIGITS });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { core, auth } = context.services;
  const requestId = new URL(request.url).searchParams.get('request') ?? '';
  const code = (await readForm(request))('code');
  const problem = findCodeProblem(code);
  if (problem) return bringBack(problem);
  return tryForm(request, context, { field: 'code' }, async () => {
    await auth.limits.codeTry(context);
    const replaces = (await auth.identify(request))?.session ?? null;
    const { account, to, opened } = await signInWithCode(core, { requestId, code, replaces });
    return await signedInHere(request, context, opened, safePath(to, homeOf(account)));
  });
}

export default function SignInSent() {
  return <CodeSentScreen {...useView<typeof loader>()} answer={useFormAnswer()} />;
}
