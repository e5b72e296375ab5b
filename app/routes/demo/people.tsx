import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import demoStyles from '#app/screens/demo/demo.css?url';
import { type DemoPersonView, PeopleScreen, type PeopleView } from '#app/screens/demo/people.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';

export const meta: MetaFunction = pageTitle('demo.people.title');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: demoStyles }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { core, config, demoPeople } = context.services;
  if (!config.demo) throw notFound();
  const people = demoPeople();
  const companies = await core.storage.read.company.all();
  const named = (wanted: (person: (typeof people)[number]) => boolean): DemoPersonView[] =>
    people.filter(wanted).map(({ slug, name, about }) => ({ slug, name, about }));
  const order = people.flatMap(({ company }) => (company ? [company] : []));
  const view: PeopleView = {
    customers: named(({ kind }) => kind === 'customer'),
    companies: companies
      .map(({ slug, profile }) => ({
        slug,
        name: profile.name,
        people: named(({ company }) => company === slug),
      }))
      .filter((company) => company.people.length > 0)
      .sort((a, b) => order.indexOf(a.slug) - order.indexOf(b.slug)),
    operators: named(({ kind, company }) => kind === 'staff' && company === null),
  };
  return json(view);
}

export default function People() {
  return <PeopleScreen {...useView<typeof loader>()} />;
}
