import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { QuestionsScreen } from '#app/screens/me/questions.tsx';
import { pageTitle } from './page-title.ts';
import { changeAsker, readQuestions } from './reading/questions.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.questions.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readQuestions(await openVisit(args)));
}

export async function action(args: ActionFunctionArgs) {
  return changeAsker(await openPost(args));
}

export default function Questions() {
  return <QuestionsScreen {...useView<typeof loader>()} />;
}
