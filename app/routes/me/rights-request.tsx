import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { createTranslator } from '#app/i18n/translator.ts';
import { RequestScreen } from '#app/screens/me/request.tsx';
import type { RequestView, SentAddition } from '#app/screens/me/rights-view.ts';
import { namedTitle } from './page-title.ts';
import { readOwnRequest, stepOnRequest } from './reading/rights-request.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as RequestView | undefined;
  return view && createTranslator(locale)(`me.rights.name.${view.kind}`);
});
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readOwnRequest(await openVisit(args), args.params.request));
}

export async function action(args: ActionFunctionArgs) {
  return stepOnRequest(await openPost(args), args.params.request);
}

export default function RightsRequest() {
  const sent = useActionData() as SentAddition | undefined;
  return <RequestScreen view={useView<typeof loader>()} sent={sent} />;
}
