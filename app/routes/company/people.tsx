import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { ChoosePurposeScreen } from '#app/screens/company/choose-purpose.tsx';
import { PeopleScreen } from '#app/screens/company/people.tsx';
import { namedTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readPeopleView } from './reading/people-view.server.ts';
import { readPurposeOptions } from './reading/purposes.server.ts';
import { openDisclosingVisit } from './reading/visit.server.ts';
import { peopleTitle } from './titles.ts';

export const meta: MetaFunction = namedTitle(peopleTitle);
export const handle = { width: 'wide' };

/** Every run of the loader is a look that people will see: never run again on the page's own account. */
export const shouldRevalidate = () => false;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openDisclosingVisit(args);
  const { searchParams } = visit.url;
  if (searchParams.has('purpose') || searchParams.has('segment')) {
    return json({ options: null, people: await readPeopleView(visit) });
  }
  return json({ options: await readPurposeOptions(visit), people: null });
}

export default function People() {
  const { options, people } = useView<typeof loader>();
  return people ? <PeopleScreen {...people} /> : <ChoosePurposeScreen purposes={options} aim="people" />;
}
