import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { requireOperator } from '#app/auth/require.ts';
import { OperatorHomeScreen } from '#app/screens/operator/home.tsx';
import { pageTitle } from '../me/page-title.ts';
import { seeOther } from '../me/reading/visit.server.ts';
import { useView } from '../me/use-view.ts';
import { readOperatorHome } from './reading/home.server.ts';

export const meta: MetaFunction = pageTitle('operator.home.title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  const done = new URL(request.url).searchParams.get('done') === 'checked';
  return json({ ...(await readOperatorHome(context.services)), done });
}

/** Checks the whole log now. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireOperator(request, context);
  await context.services.checkLog();
  return seeOther('/operator', { done: 'checked' });
}

export default function OperatorHome() {
  return <OperatorHomeScreen {...useView<typeof loader>()} />;
}
