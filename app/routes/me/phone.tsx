import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { findCodeProblem } from '#app/auth/describe-problem.ts';
import { confirmPhone, PhoneError, requestPhoneCode } from '#app/core/customer/verify-phone.ts';
import { CODE_DIGITS } from '#app/core/sign-in/proof.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { message } from '#app/i18n/message.ts';
import { PhoneScreen, type PhoneView } from '#app/screens/me/phone.tsx';
import { bringBack, tryForm } from '../auth/form.server.ts';
import { useFormAnswer } from '../auth/use-form-answer.ts';
import { pageTitle } from './page-title.ts';
import { openPost, openVisit, seeOther } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.phone.title');
export const handle = { width: 'narrow' };

/** Whether the mobile number is proved, and the way to prove it. Opening the page sends nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const { core, customer, url } = await openVisit(args);
  const { mobile } = await readOwn(core, customer.id, ['contact']);
  const proved = await core.storage.read.customer.verifications(customer.id);
  const view: PhoneView = {
    available: args.context.services.sms !== 'none',
    number: typeof mobile?.value === 'string' ? mobile.value : null,
    verifiedAt: proved.find(({ channel }) => channel === 'sms')?.verifiedAt ?? null,
    digits: CODE_DIGITS,
    sent: url.searchParams.has('request'),
    done: url.searchParams.get('done') === 'confirmed',
  };
  return json(view);
}

const REFUSED = {
  'phone-missing': message('me.phone.none'),
  'phone-codes-used-up': message('me.phone.tooMany'),
  'phone-moved': message('me.phone.moved'),
} as const;

export async function action(args: ActionFunctionArgs) {
  const { core, customer, session, form, url } = await openPost(args);
  const { services } = args.context;
  if (services.sms === 'none') throw new Response(null, { status: 409 });
  const sends = form.get('act') !== 'code';
  const code = String(form.get('code') ?? '');
  const problem = sends ? undefined : findCodeProblem(code);
  if (problem) return bringBack(problem);
  const field = sends ? 'main' : 'code';
  try {
    return await tryForm(args.request, args.context, { field }, async () => {
      if (sends) {
        const { clientAddress } = args.context;
        await services.auth.limits.codeRequest({ email: session.principal, clientAddress });
        const { requestId } = await requestPhoneCode(core, customer.id);
        return seeOther('/me/profile/phone', { request: requestId });
      }
      await services.auth.limits.codeTry(args.context);
      const requestId = url.searchParams.get('request') ?? '';
      await confirmPhone(core, { customerId: customer.id, requestId, code });
      return seeOther('/me/profile/phone', { done: 'confirmed' });
    });
  } catch (error) {
    if (!(error instanceof PhoneError)) throw error;
    return bringBack({ field, message: REFUSED[error.code], status: 400 });
  }
}

export default function Phone() {
  return <PhoneScreen view={useView<typeof loader>()} answer={useFormAnswer()} />;
}
