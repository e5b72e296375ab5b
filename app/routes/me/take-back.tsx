import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { TakeBackScreen } from '#app/screens/me/take-back.tsx';
import { pageTitle } from './page-title.ts';
import { readTakeBack, takeBack, undoTakeBack } from './reading/take-back.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.takeBack.title');
export const handle = { width: 'narrow' };

/** What "take everything back" and "no more advertising" would end, with the button that does it. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  return json(await readTakeBack(visit, visit.url.searchParams));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  return visit.form.get('act') === 'undo' ? undoTakeBack(visit) : takeBack(visit);
}

export default function TakeBack() {
  return <TakeBackScreen {...useView<typeof loader>()} />;
}
