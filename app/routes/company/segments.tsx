import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { SegmentsScreen } from '#app/screens/company/segments.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readSegmentLines } from './reading/segment-view.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.segments.title');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  return json({
    segments: await readSegmentLines(visit),
    removed: visit.url.searchParams.get('done') === 'removed',
  });
}

export default function Segments() {
  return <SegmentsScreen {...useView<typeof loader>()} />;
}
