import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { PersonScreen } from '#app/screens/company/person.tsx';
import { namedTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readPersonPage } from './reading/people-view.server.ts';
import { openDisclosingVisit } from './reading/visit.server.ts';
import { personTitle } from './titles.ts';

export const meta: MetaFunction = namedTitle(personTitle);
export const handle = { width: 'narrow' };

/** Every run of the loader is a look that the person will see: never run again on the page's own account. */
export const shouldRevalidate = () => false;

export async function loader(args: LoaderFunctionArgs) {
  return json(await readPersonPage(await openDisclosingVisit(args), args.params.subject));
}

export default function Person() {
  return <PersonScreen {...useView<typeof loader>()} />;
}
