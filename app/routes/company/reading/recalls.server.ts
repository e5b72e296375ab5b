import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { confirmRecalls, NOTE_LENGTH } from '#app/core/recall/confirm-recalls.ts';
import { RecallError } from '#app/core/recall/recall-error.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { groupBy } from '#app/core/shared/group-by.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import { type Message, message } from '#app/i18n/message.ts';
import type { CompanyRecall, RecalledPerson } from '#app/screens/company/recall-view.ts';
import type { RecallForm, RecallsView } from '#app/screens/company/recalls.tsx';
import { shortSubject } from '#app/screens/company/view.ts';
import { seeOther } from '../../me/reading/visit.server.ts';
import { describe, readClosed } from './describe-recalls.server.ts';
import { readTeam } from './team.server.ts';
import type { StaffVisit } from './visit.server.ts';

const OPEN_SHOWN = 50;
const DONE_SHOWN = 10;

/**
 * What waits, first due first, and what was done lately. Shows fields, never a
 * value. Of whom nothing is open (any more, or never was) the list shows nobody.
 */
export async function readRecallsView(visit: StaffVisit): Promise<RecallsView> {
  const { core, company, at, url, intentId } = visit;
  const { recall } = core.storage.read;
  const open = await recall.open(company.id, OPEN_SHOWN);
  const asked = open.filter(({ subject }) => subject === url.searchParams.get('person'));
  return {
    counts: await recall.countOpen(company.id, at),
    open: byPerson(await describe(core, company, at, asked.length > 0 ? asked : open)),
    alone: asked.length > 0,
    done: await readClosed(core, company, at, DONE_SHOWN, await readTeam(visit)),
    confirmed: url.searchParams.get('done') === 'confirmed' ? shortOf(url.searchParams.get('who')) : null,
    intentId,
  };
}

/** People in the order in which the first of each is due. */
function byPerson(recalls: readonly CompanyRecall[]): RecalledPerson[] {
  return [...groupBy(recalls, ({ subject }) => subject)].map(([subject, own]) => ({
    subject,
    customerNumber: own[0]?.customerNumber ?? null,
    recalls: own,
  }));
}

export async function confirmFromForm({ core, staff, url }: StaffVisit, form: FormData) {
  const recallIds = form.getAll('recall').filter((id) => typeof id === 'string');
  const note = form.get('note');
  if (typeof note !== 'string') throw new Response(null, { status: 400 });
  const person = String(form.get('person') ?? '');
  const answer = (at: RecallForm['at'], error: Message, status: number) =>
    json<RecallForm>({ person, recallIds, note, at, error }, { status });
  if (recallIds.length === 0) return answer('recall', message('company.recalls.whichMissing'), 422);
  const intent = answerIntentOf(form, staffPrincipal(staff.id), url.pathname);
  try {
    await confirmRecalls(core, { staff, recallIds, note, intent });
  } catch (error) {
    if (error instanceof NotFoundError) throw notFound();
    if (!(error instanceof RecallError)) throw error;
    return error.code === 'note-too-long'
      ? answer('note', message('company.recalls.noteTooLong', { max: NOTE_LENGTH }), 422)
      : answer('form', message('company.recalls.closed'), 409);
  }
  return seeOther(url.pathname, { done: 'confirmed', who: shortOf(person) });
}

/** Enough of the pairwise id to tell two people apart; of anything else nothing. */
function shortOf(word: string | null): string {
  return word !== null && /^[0-9a-f]{8,32}$/.test(word) ? shortSubject(word) : '';
}
