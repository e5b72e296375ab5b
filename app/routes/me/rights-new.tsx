import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { createTranslator } from '#app/i18n/translator.ts';
import { RightsFormScreen } from '#app/screens/me/rights-form.tsx';
import type { RightsFormView, SentRights } from '#app/screens/me/rights-view.ts';
import { namedTitle } from './page-title.ts';
import { readRightsForm, sendRightsForm } from './reading/rights-form.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as RightsFormView | undefined;
  return view && createTranslator(locale)(`me.rights.name.${view.kind}`);
});
export const handle = { width: 'narrow', keeps: true };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readRightsForm(await openVisit(args)));
}

export async function action(args: ActionFunctionArgs) {
  return sendRightsForm(await openPost(args));
}

export default function NewRights() {
  const sent = useActionData() as SentRights | undefined;
  return <RightsFormScreen view={useView<typeof loader>()} sent={sent} />;
}
