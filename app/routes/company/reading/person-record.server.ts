import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { InteractionError, recordInteraction } from '#app/core/interaction/record-interaction.ts';
import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { ThreadError } from '#app/core/thread/thread-error.ts';
import { openInteractions, openStatements } from '#app/core/vault/doors/open-dialogue.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import { message } from '#app/i18n/message.ts';
import type { EntryField, PersonRecordView } from '#app/screens/company/person-record.tsx';
import type { SentForm } from '#app/screens/thread/view.ts';
import { ENTRY_TEXT_MAX, InteractionKind } from '#schema/interaction.ts';
import { explainThread, textOf } from '../../me/reading/thread-form.server.ts';
import { oneOf, seeOther } from '../../me/reading/visit.server.ts';
import { subjectOf } from './people-view.server.ts';
import { findOpenPurpose, nameOf } from './purposes.server.ts';
import type { StaffVisit } from './visit.server.ts';

/** The latest; older ones the customer has too. */
const SHOWN = 100;

interface VisiblePerson {
  readonly current: CurrentPurpose;
  readonly relationship: Relationship;
}

/**
 * Somebody whom the company may see for the purpose in the address, now. No
 * value of the profile is read, so this is no look.
 *
 * @throws Response 404, the same for everybody else
 */
export async function findVisible(visit: StaffVisit, raw: string | undefined): Promise<VisiblePerson> {
  const { core, company, at, url } = visit;
  const { read } = core.storage;
  const current = await findOpenPurpose(visit, url.searchParams.get('purpose'));
  const subject = subjectOf(raw);
  const query = { companyId: company.id, purposeId: current.purpose.id, at };
  const [person] = await read.people.bySubjects(query, [subject]);
  const relationship = person && (await read.relationship.find(person.relationshipId));
  if (!relationship) throw notFound();
  return { current, relationship };
}

export async function readPersonRecord(
  visit: StaffVisit,
  raw: string | undefined,
): Promise<PersonRecordView> {
  const { core, at, url, intentId } = visit;
  const { current, relationship } = await findVisible(visit, raw);
  const { interaction, thread } = core.storage.read;
  const found = await openInteractions(core, await interaction.ofRelationship(relationship.id, SHOWN));
  const statements = await openStatements(core, await thread.statementsOfRelationship(relationship.id));
  return {
    subject: relationship.subject,
    purpose: nameOf(current),
    entries: found.map(({ id, kind, happenedOn, role, recordedAt, text }) => {
      const said = statements.find(({ targetId }) => targetId === id);
      const statement = said ? { at: said.at, text: said.text } : null;
      return { id, kind, happenedOn, role, recordedAt, text, statement };
    }),
    today: at.slice(0, 10),
    done: url.searchParams.get('done') === 'recorded',
    intentId,
  };
}

export async function writePersonRecord(visit: StaffVisit, raw: string | undefined, form: FormData) {
  const { core, staff, url } = visit;
  const { current, relationship } = await findVisible(visit, raw);
  const typed = { kind: textOf(form, 'kind'), day: textOf(form, 'day'), text: textOf(form, 'text') };
  const refused = (errors: SentForm<EntryField>['errors']) => json({ errors, typed }, { status: 422 });
  const kind = oneOf(InteractionKind.options, typed.kind);
  if (!kind) return refused({ kind: message('error.form.requiredChoice') });
  const intent = answerIntentOf(form, staffPrincipal(staff.id), url.pathname);
  try {
    await recordInteraction(core, {
      staff,
      subject: relationship.subject,
      purposeId: current.purpose.id,
      kind,
      happenedOn: typed.day,
      text: typed.text,
      ...(intent ? { intent } : {}),
    });
  } catch (error) {
    if (error instanceof InteractionError) {
      return refused({
        day: message(
          error.code === 'day-in-future' ? 'error.form.dateFuture' : 'company.dialogue.record.dayUnknown',
        ),
      });
    }
    if (!(error instanceof ThreadError)) throw error;
    const { text } = explainThread(error, { text: ENTRY_TEXT_MAX }) ?? {};
    return refused(text ? { text } : {});
  }
  return seeOther(`/company/people/${relationship.subject}/record`, {
    purpose: current.purpose.slug,
    done: 'recorded',
  });
}
