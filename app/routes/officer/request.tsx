import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { createTranslator } from '#app/i18n/translator.ts';
import { OfficerRequestScreen } from '#app/screens/officer/request.tsx';
import type { OfficerRequestView } from '#app/screens/officer/request-view.ts';
import { namedTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { openNoVisit } from './reading/no-visit.server.ts';
import { readRequest, releaseRequest } from './reading/request.server.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as OfficerRequestView | undefined;
  return view && createTranslator(locale)(`officer.requests.kind.${view.kind}`);
});

export async function loader(args: LoaderFunctionArgs) {
  return json(await readRequest(await openNoVisit(args), args.params.request));
}

/** Ends a hold; everything else has a page of its own. */
export async function action(args: ActionFunctionArgs) {
  const visit = await openNoVisit(args);
  return releaseRequest(visit, args.params.request, await args.request.formData());
}

export default function Request() {
  return <OfficerRequestScreen {...useView<typeof loader>()} />;
}
