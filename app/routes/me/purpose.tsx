import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { languageOf } from '#app/i18n/locale.ts';
import { PurposeScreen } from '#app/screens/me/purpose.tsx';
import { asksNow, type PurposeView, type SentDecision } from '#app/screens/me/purpose-view.ts';
import { textIn } from '#schema/language.ts';
import { namedTitle } from './page-title.ts';
import { decide } from './reading/decide.server.ts';
import { findPurposeCase, readPurposeView } from './reading/purpose-view.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as PurposeView | undefined;
  return view && textIn(view.line.title, languageOf(locale));
});
export const handle = {
  width: 'narrow',
  keeps: (data: unknown) => {
    const view = data as PurposeView | undefined;
    return view !== undefined && asksNow(view) && view.age?.answer !== false;
  },
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  return json(await readPurposeView(visit, await findPurposeCase(visit, args.params)));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  return decide(visit, await findPurposeCase(visit, args.params));
}

export default function PurposePage() {
  const sent = useActionData() as SentDecision | undefined;
  return <PurposeScreen view={useView<typeof loader>()} sent={sent} />;
}
