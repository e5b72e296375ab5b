import type { NewWord } from '#app/screens/me/new-words.tsx';
import type { CompanyId } from '#schema/ids.ts';
import { nameOf } from './find-company.server.ts';
import { readThreadLines } from './thread-view.server.ts';
import type { Visit } from './visit.server.ts';

/** More at once nobody counts. */
const MOST = 20;

/** What companies have written and the customer has not opened yet, last written first. */
export async function readNewWords({ core, customer, at }: Visit, of?: CompanyId): Promise<NewWord[]> {
  const { read } = core.storage;
  const found = await read.thread.unseen(customer.id, MOST);
  const wanted = found.filter(({ companyId }) => of === undefined || companyId === of);
  const words: NewWord[] = [];
  for (const { id, title, startedBy, lastAt, companyId } of await readThreadLines(
    core,
    wanted,
    at,
    'customer',
  )) {
    const company = await read.company.find(companyId);
    if (company) words.push({ id, title, startedBy, lastAt, company: nameOf(company) });
  }
  return words;
}
