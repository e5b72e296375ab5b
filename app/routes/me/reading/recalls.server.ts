import { isOverdue, type Recall } from '#app/core/recall/recall.ts';
import { openRecallNote } from '#app/core/vault/doors/open-recall-note.ts';
import type { RecallLine } from '#app/screens/me/recall-list.tsx';
import type { CompanyId } from '#schema/ids.ts';
import { nameOf } from './find-company.server.ts';
import type { Visit } from './visit.server.ts';

/** What companies were told to do with this customer's data, newest first. @param companyId absent: all companies */
export async function readRecalls(visit: Visit, companyId?: CompanyId): Promise<RecallLine[]> {
  const { core, customer } = visit;
  const { read } = core.storage;
  const own = (await read.recall.ofCustomer(customer.id)).filter(
    (recall) => companyId === undefined || recall.companyId === companyId,
  );
  const lines = await Promise.all(own.map((recall) => readLine(visit, recall)));
  return lines.flatMap((line) => line ?? []);
}

async function readLine({ core, at }: Visit, recall: Recall): Promise<RecallLine | undefined> {
  const company = await core.storage.read.company.find(recall.companyId);
  if (!company) return undefined;
  const { id, kind, fields, firstAt, lastAt, looks, openedAt, dueAt, state, closedAt, ledgerIndex } = recall;
  return {
    ...{ key: id, kind, fields, firstAt, lastAt, looks, openedAt, dueAt, state, closedAt, ledgerIndex },
    company: nameOf(company),
    overdue: isOverdue(recall, at),
    note: await openRecallNote(core, recall),
  };
}
