import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireCustomer, requireStepUp } from '#app/auth/require.ts';
import { changeAddress } from '#app/core/customer/change-address.ts';
import { resendConfirmation } from '#app/core/customer/resend-confirmation.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { AddressScreen, type AddressView } from '#app/screens/auth/address.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readForm, tryForm } from './form.server.ts';
import { formHeaders } from './form-headers.ts';
import { useFormAnswer } from './use-form-answer.ts';

export const meta: MetaFunction = pageTitle('auth.address.title');
export const handle = { width: 'narrow' };
export const headers = formHeaders;

const DONE = ['sent', 'kept', 'changed'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { customer, session } = await requireCustomer(request, context);
  requireStepUp(request, context, session);
  const { core } = context.services;
  const { email } = await readOwn(core, customer.id, ['contact']);
  const verified = await core.storage.read.customer.verifications(customer.id);
  const done = new URL(request.url).searchParams.get('done');
  const view: AddressView = {
    email: typeof email?.value === 'string' ? email.value : '',
    open: !verified.some(({ channel }) => channel === 'email'),
    done: DONE.find((known) => known === done) ?? null,
  };
  return json(view);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { customer, session } = await requireCustomer(request, context);
  requireStepUp(request, context, session);
  const { core, auth } = context.services;
  const field = await readForm(request);
  const email = field('email');
  return tryForm(request, context, { field: 'email', values: { email } }, async () => {
    await auth.limits.codeRequest({ email: session.principal, clientAddress: context.clientAddress });
    if (field('act') === 'keep') {
      await resendConfirmation(core, customer.id);
      return redirect('/me/account/address?done=kept', 303);
    }
    await changeAddress(core, { customerId: customer.id, session, email });
    return redirect('/me/account/address?done=sent', 303);
  });
}

export default function Address() {
  return <AddressScreen {...useView<typeof loader>()} answer={useFormAnswer()} />;
}
