import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { createTranslator } from '#app/i18n/translator.ts';
import { EntryScreen } from '#app/screens/officer/entry.tsx';
import type { EntryProblem, EntryView } from '#app/screens/officer/entry-view.ts';
import { namedTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { openEntryRecord, readEntry } from './reading/entry.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as EntryView | undefined;
  return view && createTranslator(locale)('officer.entry.title', { index: view.line.index });
});

export async function loader(args: LoaderFunctionArgs) {
  const { verifierKey } = args.context.services;
  return json(await readEntry(await openVisit(args), args.params.index, verifierKey));
}

/** Opening; what was opened is then a page for its officer, for a while and in no cache. */
export async function action(args: ActionFunctionArgs) {
  return openEntryRecord(await openVisit(args), args.params.index, await args.request.formData());
}

export default function Entry() {
  return (
    <EntryScreen view={useView<typeof loader>()} problem={useActionData() as EntryProblem | undefined} />
  );
}
