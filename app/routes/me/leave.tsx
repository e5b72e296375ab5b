import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { requireStepUp } from '#app/auth/require.ts';
import { signedOut } from '#app/auth/signed-in.ts';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { LeaveScreen } from '#app/screens/me/leave.tsx';
import { pageTitle } from './page-title.ts';
import { readLeave } from './reading/leave.server.ts';
import { decisionOf, openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.leave.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readLeave(await openVisit(args)));
}

/** Only shortly after a fresh code; the answer carries nothing that leads to the person. */
export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  requireStepUp(args.request, args.context, visit.session);
  const { proofUntil, recalls } = await eraseCustomer(visit.core, visit.customer.id, decisionOf(visit, null));
  const query = new URLSearchParams();
  if (proofUntil) query.set('until', proofUntil.slice(0, 10));
  if (recalls.length > 0) query.set('told', String(new Set(recalls.map(({ companyId }) => companyId)).size));
  const answer = signedOut(args.context, query.size > 0 ? `/left?${query}` : '/left');
  answer.headers.append('Set-Cookie', args.context.services.auth.device.blank());
  return answer;
}

export default function Leave() {
  return <LeaveScreen {...useView<typeof loader>()} />;
}
