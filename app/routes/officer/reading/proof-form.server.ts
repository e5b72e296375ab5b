import { json } from '@remix-run/node';
import { findPeople } from '#app/core/relationship/find-people.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { OpenLook, ShownOfLook } from '#app/core/vault/doors/open-look.ts';
import { message } from '#app/i18n/message.ts';
import { personPath } from '#app/screens/officer/paths.ts';
import type { ProofForm, ProofProblem } from '#app/screens/officer/proof-view.ts';
import { reasonError, reasonOf } from './entry.server.ts';
import { openAndGo } from './opened.server.ts';
import { findPerson } from './person.server.ts';
import { portalDay } from './portal-days.server.ts';
import type { OfficerVisit } from './visit.server.ts';

/** Opens everything about one person at once: one reason, one entry in the log, one page for a while. */
export async function openProof(
  visit: OfficerVisit,
  raw: string | undefined,
  form: FormData,
): Promise<Response> {
  const relationship = await findPerson(visit, raw);
  const typed = formOf(form);
  const errors = await errorsOf(visit, relationship, typed);
  if (Object.keys(errors).length > 0) {
    const refused: ProofProblem = { errors, typed };
    return json(refused, { status: 422 });
  }
  const { reason, identity, asOf, texts } = typed;
  const entries = await visit.core.storage.read.ledger.ofRelationship(relationship.id);
  const shown: ShownOfLook = { identity, asOf, texts: texts ? 'yes' : '' };
  return openAndGo(visit, personPath(relationship.subject), form, { relationship, entries, reason }, shown);
}

/** What was typed for a look that is open. */
export function typedOf({ reason, shown }: OpenLook): ProofForm {
  const { identity = '', asOf = '', texts } = shown;
  return { reason, identity, asOf, texts: texts === 'yes' };
}

function formOf(form: FormData): ProofForm {
  const word = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim().slice(0, 200) : '';
  };
  return {
    reason: reasonOf(form),
    identity: word('identity'),
    asOf: word('asOf'),
    texts: form.get('texts') === 'yes',
  };
}

async function errorsOf(
  { core, company, at }: OfficerVisit,
  relationship: Relationship,
  { reason, identity, asOf }: ProofForm,
): Promise<ProofProblem['errors']> {
  const day = asOf === '' ? undefined : portalDay(asOf);
  const people = identity === '' ? [] : await findPeople(core, company.id, identity);
  const noReason = reasonError(reason);
  return {
    ...(noReason ? { reason: noReason } : {}),
    ...(identity !== '' && !people.some(({ id }) => id === relationship.id)
      ? { identity: message('officer.customer.identityWrong') }
      : {}),
    ...(asOf !== '' && !day
      ? { asOf: message('error.form.date') }
      : day && day.start > at
        ? { asOf: message('error.form.dateFuture') }
        : {}),
  };
}
