import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { LeftScreen, type LeftView } from '#app/screens/public/left.tsx';
import { Instant, msOf } from '#schema/instant.ts';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';

export const meta: MetaFunction = pageTitle('public.left.title');
export const handle = { width: 'narrow' };

/** Nothing is known here any more: what the page says stands in its address, and names nobody. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const until = Instant.safeParse(`${searchParams.get('until') ?? ''}T12:00:00.000Z`);
  const told = /^\d{1,4}$/.exec(searchParams.get('told') ?? '')?.[0];
  const known = until.data !== undefined && !Number.isNaN(msOf(until.data));
  const view: LeftView = { until: known ? until.data : null, told: Number(told ?? 0) };
  return json(view);
}

export default function Left() {
  return <LeftScreen {...useView<typeof loader>()} />;
}
