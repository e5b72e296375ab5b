import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { optionalPrincipal, requireCustomer } from '#app/auth/require.ts';
import { signedInHere } from '#app/auth/signed-in.ts';
import { confirmAddress } from '#app/core/customer/confirm-address.ts';
import { confirmNewAddress } from '#app/core/customer/confirm-new-address.ts';
import type { Core } from '#app/core/shared/core.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import { SignInError } from '#app/core/sign-in/sign-in-error.ts';
import { readLink } from '#app/core/sign-in/use-proof.ts';
import { ConfirmScreen, type ConfirmView } from '#app/screens/auth/confirm.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { isLinkError, statusOfLink } from './form.server.ts';

export const meta: MetaFunction = pageTitle('auth.confirm.title');
export const handle = { width: 'narrow' };

/** Opening the link changes nothing: mail scanners do it too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const token = params.token ?? '';
  const { kind, state, proof } = await findConfirmation(context.services.core, token);
  const principal = await optionalPrincipal(request, context);
  const mine =
    principal?.kind === 'customer' && proof?.principal === customerPrincipal(principal.customer.id);
  const foreign = kind === 'new' && principal !== null && !mine && state === 'open';
  const view: ConfirmView = {
    kind,
    state: foreign ? 'foreign' : state,
    signInFirst: kind === 'new' && principal === null,
    taken: new URL(request.url).searchParams.has('taken'),
  };
  return json(view, { status: statusOfLink(view.state) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { core, auth } = context.services;
  const token = params.token ?? '';
  const here = `/confirm/${encodeURIComponent(token)}`;
  const { kind } = await findConfirmation(core, token);
  try {
    if (kind === 'new') {
      const { customer, session } = await requireCustomer(request, context);
      const opened = await confirmNewAddress(core, { token, customerId: customer.id, session });
      return await signedInHere(request, context, opened, '/me/account/address?done=changed', true);
    }
    const replaces = (await auth.identify(request))?.session ?? null;
    const { opened } = await confirmAddress(core, { token, replaces });
    return await signedInHere(request, context, opened, '/me');
  } catch (error) {
    // The page itself says how the link stands.
    if (isLinkError(error)) return redirect(here, 303);
    if (error instanceof SignInError && error.code === 'address-taken') return redirect(`${here}?taken`, 303);
    throw error;
  }
}

/** A link of a company's page leads to that page: its answers wait there. */
async function findConfirmation(core: Pick<Core, 'storage' | 'world'>, token: string) {
  const { state, proof } = await readLink(core, token, ['confirm-address', 'change-address']);
  if (proof?.payload.companyId) throw redirect(`/join/confirm/${encodeURIComponent(token)}`);
  const kind = proof?.purpose === 'change-address' ? ('new' as const) : ('first' as const);
  return { kind, state, proof };
}

export default function Confirm() {
  return <ConfirmScreen {...useView<typeof loader>()} />;
}
