import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { signedInHere } from '#app/auth/signed-in.ts';
import { confirmJoin } from '#app/core/relationship/confirm-join.ts';
import { readLink } from '#app/core/sign-in/use-proof.ts';
import { ConfirmScreen, type ConfirmView } from '#app/screens/join/confirm.tsx';
import { CompanyId } from '#schema/ids.ts';
import { isLinkError, statusOfLink } from '../auth/form.server.ts';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { joinedPath } from './reading/joined-view.server.ts';

export const meta: MetaFunction = pageTitle('auth.confirm.title');
export const handle = { width: 'narrow' };

/** Opening the link changes nothing and opens nothing that is sealed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { core, auth } = context.services;
  const { state, proof } = await readLink(core, params.token ?? '', ['confirm-address']);
  const id = CompanyId.safeParse(proof?.payload.companyId);
  const company = id.success ? await core.storage.read.company.find(id.data) : undefined;
  if (state === 'used' && company) {
    // Pressed twice: the first press has signed in its owner.
    const session = (await auth.identify(request))?.session;
    if (session?.principal === proof?.principal)
      throw redirect(await joinedPath(core, { companyId: company.id, left: [] }));
  }
  const view: ConfirmView = {
    state: company ? state : 'broken',
    company: company ? { slug: company.slug, name: company.profile.name } : null,
  };
  return json(view, { status: statusOfLink(view.state) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { core, auth } = context.services;
  const token = params.token ?? '';
  try {
    const replaces = (await auth.identify(request))?.session ?? null;
    const confirmed = await confirmJoin(core, { token, replaces });
    return await signedInHere(request, context, confirmed.opened, await joinedPath(core, confirmed));
  } catch (error) {
    // The page itself says how the link stands.
    if (isLinkError(error)) return redirect(`/join/confirm/${encodeURIComponent(token)}`, 303);
    throw error;
  }
}

export default function Confirm() {
  return <ConfirmScreen {...useView<typeof loader>()} />;
}
