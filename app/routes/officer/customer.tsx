import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { createTranslator } from '#app/i18n/translator.ts';
import { shortSubject } from '#app/screens/officer/paths.ts';
import { PersonScreen } from '#app/screens/officer/person.tsx';
import proofStyles from '#app/screens/officer/proof.css?url';
import printStyles from '#app/screens/officer/proof-print.css?url';
import type { PersonView, ProofProblem } from '#app/screens/officer/proof-view.ts';
import { namedTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readPerson } from './reading/person.server.ts';
import { openProof } from './reading/proof-form.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as PersonView | undefined;
  return view && createTranslator(locale)('officer.customer.title', { subject: shortSubject(view.subject) });
});
export const links = () => [
  { rel: 'stylesheet', href: proofStyles },
  { rel: 'stylesheet', href: printStyles, media: 'print' },
];

export async function loader(args: LoaderFunctionArgs) {
  return json(await readPerson(await openVisit(args), args.params.subject, args.context.services));
}

/** Opening; the proof is then a page for its officer, for a while and in no cache. */
export async function action(args: ActionFunctionArgs) {
  return openProof(await openVisit(args), args.params.subject, await args.request.formData());
}

export default function Customer() {
  return (
    <PersonScreen view={useView<typeof loader>()} problem={useActionData() as ProofProblem | undefined} />
  );
}
