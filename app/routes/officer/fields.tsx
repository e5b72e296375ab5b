import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { FieldsScreen } from '#app/screens/company/fields.tsx';
import type { FieldsView } from '#app/screens/company/fields-view.ts';
import { readOwnFields } from '../company/reading/fields.server.ts';
import { readPseudonyms } from '../company/reading/team.server.ts';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.fields.title');
export const handle = { width: 'narrow' };

/** The officer sees proposals as well, and advises; deciding is the company's. */
export async function loader(args: LoaderFunctionArgs) {
  const { core, company, staff } = await openVisit(args);
  const view: FieldsView = {
    fields: await readOwnFields(core, company, staff, await readPseudonyms({ core, company })),
    done: null,
    intentId: '',
  };
  return json(view);
}

export default function Fields() {
  return <FieldsScreen view={useView<typeof loader>()} readOnly />;
}
