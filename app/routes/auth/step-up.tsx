import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { findCodeProblem } from '#app/auth/describe-problem.ts';
import { homeOfPrincipal } from '#app/auth/home-of.ts';
import { requirePrincipal } from '#app/auth/require.ts';
import { safePath } from '#app/auth/safe-path.ts';
import { signedIn } from '#app/auth/signed-in.ts';
import { CODE_DIGITS } from '#app/core/sign-in/proof.ts';
import { requestStepUp, stepUp } from '#app/core/sign-in/step-up.ts';
import { StepUpScreen, type StepUpView } from '#app/screens/auth/step-up.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { bringBack, readForm, tryForm } from './form.server.ts';
import { formHeaders } from './form-headers.ts';
import { useFormAnswer } from './use-form-answer.ts';

export const meta: MetaFunction = pageTitle('auth.stepUp.title');
export const handle = { width: 'narrow' };
export const headers = formHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const principal = await requirePrincipal(request, context);
  const sent = new URL(request.url).searchParams.has('request');
  const view: StepUpView = { digits: CODE_DIGITS, sent, home: homeOfPrincipal(principal) };
  return json(view);
}

/** Two buttons: mail a code, and use it. Opening the page mails nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const principal = await requirePrincipal(request, context);
  const { core, auth } = context.services;
  const { session } = principal;
  const { searchParams } = new URL(request.url);
  const to = safePath(searchParams.get('to'), homeOfPrincipal(principal));
  const field = await readForm(request);
  const code = field('code');
  const sends = field('act') !== 'code';
  const problem = sends ? undefined : findCodeProblem(code);
  if (problem) return bringBack(problem);
  return tryForm(request, context, { field: sends ? 'main' : 'code' }, async () => {
    if (sends) {
      await auth.limits.codeRequest({ email: session.principal, clientAddress: context.clientAddress });
      const { requestId } = await requestStepUp(core, session);
      return redirect(`/step-up?request=${requestId}&to=${encodeURIComponent(to)}`, 303);
    }
    await auth.limits.codeTry(context);
    const requestId = searchParams.get('request') ?? '';
    return signedIn(context, await stepUp(core, { session, requestId, code }), to);
  });
}

export default function StepUp() {
  return <StepUpScreen {...useView<typeof loader>()} answer={useFormAnswer()} />;
}
