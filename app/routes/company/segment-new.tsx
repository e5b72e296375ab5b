import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { ChoosePurposeScreen } from '#app/screens/company/choose-purpose.tsx';
import { type BuilderView, SegmentBuilderScreen } from '#app/screens/company/segment-builder.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readPurposeOptions } from './reading/purposes.server.ts';
import { readBuilder, saveDraft } from './reading/segment-builder.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.builder.title');

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { searchParams } = visit.url;
  if (!searchParams.has('purpose')) return json({ options: await readPurposeOptions(visit), builder: null });
  return json({ options: null, builder: await readBuilder(visit, searchParams) });
}

export async function action(args: ActionFunctionArgs) {
  return saveDraft(await openVisit(args), await args.request.formData());
}

export default function SegmentNew() {
  const { options, builder } = useView<typeof loader>();
  const sent = useActionData() as BuilderView | undefined;
  if (options) return <ChoosePurposeScreen purposes={options} aim="segment" />;
  return <SegmentBuilderScreen {...(sent ?? builder)} />;
}
