import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { languageOf } from '#app/i18n/locale.ts';
import type { SentDecision } from '#app/screens/me/purpose-view.ts';
import { QuestionScreen, type QuestionView } from '#app/screens/me/question.tsx';
import { textIn } from '#schema/language.ts';
import { namedTitle } from './page-title.ts';
import { answerQuestion, findQuestionCase, readQuestionView } from './reading/question.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as QuestionView | undefined;
  return view && textIn(view.purpose.line.title, languageOf(locale));
});
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  return json(await readQuestionView(visit, await findQuestionCase(visit, args.params.request)));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  return answerQuestion(visit, await findQuestionCase(visit, args.params.request));
}

export default function QuestionPage() {
  const sent = useActionData() as SentDecision | undefined;
  return <QuestionScreen view={useView<typeof loader>()} sent={sent} />;
}
