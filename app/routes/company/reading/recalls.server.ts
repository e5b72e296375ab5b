import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import { confirmRecall, NOTE_LENGTH } from '#app/core/recall/confirm-recall.ts';
import { isOverdue, type Recall } from '#app/core/recall/recall.ts';
import { RecallError } from '#app/core/recall/recall-error.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import type { Core } from '#app/core/shared/core.ts';
import { openCustomerNumber } from '#app/core/vault/doors/open-evidence.ts';
import { message } from '#app/i18n/message.ts';
import type { CompanyRecall } from '#app/screens/company/recall-view.ts';
import type { RecallForm, RecallsView } from '#app/screens/company/recalls.tsx';
import type { Instant } from '#schema/instant.ts';
import type { RecallState } from '#schema/recall.ts';
import type { StaffVisit } from './visit.server.ts';

const OPEN_SHOWN = 50;
const DONE_SHOWN = 10;
const CLOSED: readonly RecallState[] = ['confirmed', 'called-off', 'covered'];

/** What waits, first due first, and what was done lately. Shows fields, never a value. */
export async function readRecallsView({ core, company, at, url }: StaffVisit): Promise<RecallsView> {
  const { recall } = core.storage.read;
  return {
    counts: await recall.countOpen(company.id, at),
    open: await describe(core, company, at, await recall.open(company.id, OPEN_SHOWN)),
    done: await readClosed(core, company, at, DONE_SHOWN),
    confirmed: url.searchParams.get('done') === 'confirmed',
  };
}

export async function readClosed(
  core: Core,
  company: Company,
  at: Instant,
  limit: number,
): Promise<CompanyRecall[]> {
  const { recall } = core.storage.read;
  const closed = await Promise.all(CLOSED.map((state) => recall.closed(company.id, state, limit)));
  const newest = closed.flat().sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1));
  return describe(core, company, at, newest.slice(0, limit));
}

export async function describe(
  core: Core,
  company: Company,
  at: Instant,
  recalls: readonly Recall[],
): Promise<CompanyRecall[]> {
  const { read } = core.storage;
  return Promise.all(
    recalls.map(async (recall) => {
      const { id, subject, kind, fields, firstAt, lastAt, looks, openedAt, dueAt, state, closedAt } = recall;
      const version = recall.purposeId && (await read.purpose.currentVersion(recall.purposeId));
      const relationship = await read.relationship.find(recall.relationshipId);
      const by = recall.closedBy && (await read.staff.find(recall.closedBy));
      const number = relationship && (await openCustomerNumber(core, relationship, company.id));
      return {
        ...{ id, subject, kind, fields, firstAt, lastAt, looks, openedAt, dueAt, state, closedAt },
        purpose: version ? version.content.title : null,
        customerNumber: number ?? null,
        overdue: isOverdue(recall, at),
        closedBy: by ? by.pseudonym : null,
      };
    }),
  );
}

export async function confirmFromForm({ core, staff }: StaffVisit, form: FormData) {
  const [recallId, note] = ['recall', 'note'].map((name) => form.get(name));
  if (typeof recallId !== 'string' || typeof note !== 'string') throw new Response(null, { status: 400 });
  try {
    await confirmRecall(core, { staff, recallId, note });
  } catch (error) {
    if (error instanceof NotFoundError) throw notFound();
    if (!(error instanceof RecallError)) throw error;
    const said =
      error.code === 'note-too-long'
        ? message('company.recalls.noteTooLong', { max: NOTE_LENGTH })
        : message('company.recalls.closed');
    const answer: RecallForm = { recallId, note, error: said };
    return json(answer, { status: error.code === 'note-too-long' ? 422 : 409 });
  }
  return new Response(null, { status: 303, headers: { Location: '/company/recalls?done=confirmed' } });
}
