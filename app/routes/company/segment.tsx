import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { removeSegment } from '#app/core/segment/remove-segment.ts';
import { SegmentScreen } from '#app/screens/company/segment.tsx';
import { namedTitle } from '../me/page-title.ts';
import { seeOther } from '../me/reading/visit.server.ts';
import { useView } from '../me/use-view.ts';
import { findSegment } from './reading/people-view.server.ts';
import { readSegmentView } from './reading/segment-view.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { segmentTitle } from './titles.ts';

export const meta: MetaFunction = namedTitle(segmentTitle);

export async function loader(args: LoaderFunctionArgs) {
  return json(await readSegmentView(await openVisit(args), args.params.segment));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args);
  const segment = await findSegment(visit, args.params.segment);
  if ((await args.request.formData()).get('act') !== 'remove') throw new Response(null, { status: 400 });
  await removeSegment(visit.core, visit.staff, segment.id);
  return seeOther('/company/segments', { done: 'removed' });
}

export default function SegmentPage() {
  return <SegmentScreen {...useView<typeof loader>()} />;
}
