import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { MessagesScreen } from '#app/screens/me/messages.tsx';
import { pageTitle } from './page-title.ts';
import { nameOf } from './reading/find-company.server.ts';
import { pageEndOf, pageEndText } from './reading/page-end.server.ts';
import { readThreadLines } from './reading/thread-view.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.messages.title');
export const handle = { width: 'narrow' };

const PAGE = 25;

/** All conversations of the customer, last written first. */
export async function loader(args: LoaderFunctionArgs) {
  const { core, customer, at, url } = await openVisit(args);
  const { read } = core.storage;
  const before = pageEndOf(url.searchParams.get('before'));
  const found = await read.thread.ofCustomer(customer.id, PAGE + 1, before);
  const shown = found.slice(0, PAGE);
  const companies = new Map((await read.company.all()).map((company) => [company.id, company]));
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return json({
    threads: (await readThreadLines(core, shown, at, 'customer')).flatMap((thread) => {
      const company = companies.get(thread.companyId);
      const { companyId: _, relationshipId: __, ...line } = thread;
      return company ? [{ ...line, company: nameOf(company) }] : [];
    }),
    connected: (await read.relationship.ofCustomer(customer.id)).flatMap(({ companyId }) => {
      const company = companies.get(companyId);
      return company ? [nameOf(company)] : [];
    }),
    next: last ? `/me/messages?before=${pageEndText({ at: last.lastAt, id: last.id })}` : null,
    isFirstPage: before === undefined,
  });
}

export default function Messages() {
  return <MessagesScreen {...useView<typeof loader>()} />;
}
