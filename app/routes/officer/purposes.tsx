import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { ComparisonScreen } from '#app/screens/officer/comparison.tsx';
import { PurposesScreen } from '#app/screens/officer/purposes.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readComparison } from './reading/comparison.server.ts';
import { readPurposes } from './reading/purposes.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('officer.purposes.title');
export const handle = { width: 'wide' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const slug = visit.url.searchParams.get('compare');
  return json(
    slug === null
      ? { list: await readPurposes(visit), comparison: null }
      : { list: null, comparison: await readComparison(visit, slug) },
  );
}

export default function Purposes() {
  const view = useView<typeof loader>();
  return view.list ? <PurposesScreen {...view.list} /> : <ComparisonScreen {...view.comparison} />;
}
