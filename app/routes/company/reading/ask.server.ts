import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { askForConsent } from '#app/core/consent-request/ask-for-consent.ts';
import {
  type ConsentRequest,
  companyQuestionState,
  questionEnd,
} from '#app/core/consent-request/consent-request.ts';
import {
  ConsentRequestError,
  type ConsentRequestErrorCode,
} from '#app/core/consent-request/consent-request-error.ts';
import { findPermission } from '#app/core/permission/find-permission.ts';
import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import { findShownPerson } from '#app/core/relationship/find-shown-person.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import { type Message, message } from '#app/i18n/message.ts';
import type { AskForm, AskView } from '#app/screens/company/ask.tsx';
import type { AskedQuestion, AskedView } from '#app/screens/company/asked.tsx';
import { QUESTION_REASON_MAX } from '#schema/consent-request.ts';
import { FieldId } from '#schema/field.ts';
import { SubjectId } from '#schema/ids.ts';
import { nameOf, readOpenPurposes } from './purposes.server.ts';
import type { StaffVisit } from './visit.server.ts';

const SHOWN = 50;
const MONTHS = [1, 3, 6, 12] as const;

export async function readAsked(visit: StaffVisit): Promise<AskedView> {
  const { core, company, url } = visit;
  const requests = await core.storage.read.consentRequest.ofCompany(company.id, SHOWN);
  const asked = await Promise.all(requests.map((request) => askedOf(visit, request)));
  return {
    purposes: (await readAskable(visit)).map(nameOf),
    person: subjectIn(url.searchParams.get('person')),
    asked: asked.filter((one) => one !== null),
    done: url.searchParams.get('done') === 'asked',
  };
}

async function askedOf({ core, at }: StaffVisit, request: ConsentRequest): Promise<AskedQuestion | null> {
  const { read } = core.storage;
  const relationship = await read.relationship.find(request.relationshipId);
  const purpose = await read.purpose.find(request.purposeId);
  const version = purpose && (await read.purpose.currentVersion(purpose.id));
  if (!relationship || relationship.endedAt || !version) return null;
  // Asked of each row alike, so that the time it takes tells nothing either.
  const { allowed } = await findPermission(read, relationship, purpose, at);
  const { id, askedAt } = request;
  const state = companyQuestionState(request, allowed, at);
  const name = { slug: purpose.slug, title: version.content.title };
  return { id, subject: relationship.subject, purpose: name, askedAt, until: questionEnd(askedAt), state };
}

/** Purposes that a yes opens. */
async function readAskable(visit: StaffVisit): Promise<CurrentPurpose[]> {
  return (await readOpenPurposes(visit)).filter(({ purpose }) => purpose.basis === 'consent');
}

/** @throws Response 404, the same for another company's purpose and for one that needs no yes */
async function findAskable(visit: StaffVisit, slug: string | undefined): Promise<CurrentPurpose> {
  const found = (await readAskable(visit)).find(({ purpose }) => purpose.slug === slug);
  if (!found) throw notFound();
  return found;
}

export async function readAskView(visit: StaffVisit, slug: string | undefined): Promise<AskView> {
  const current = await findAskable(visit, slug);
  const { fields, validityMonths } = current.version.content;
  return {
    purpose: nameOf(current),
    optional: fields.filter(({ required }) => !required).map(({ field }) => field),
    months: MONTHS.filter((one) => validityMonths === null || one < validityMonths),
    person: subjectIn(visit.url.searchParams.get('person')),
    intentId: visit.intentId,
  };
}

export async function ask(visit: StaffVisit, slug: string | undefined, form: FormData): Promise<Response> {
  const { core, staff } = visit;
  const { purpose } = await findAskable(visit, slug);
  const typed: AskForm['typed'] = {
    person: text(form, 'person').trim(),
    reason: text(form, 'reason').normalize('NFC').replaceAll('\r\n', '\n').trim(),
    fields: form.getAll('fields').filter((field) => typeof field === 'string'),
    months: text(form, 'months'),
  };
  const refuse = (errors: AskForm['errors']) => json<AskForm>({ errors, typed }, { status: 422 });
  const person = await findPerson(visit, typed.person);
  const wrong: AskForm['errors'] = {
    ...(typeof person === 'string' ? {} : { person: person.error }),
    ...reasonError(typed.reason),
  };
  if (typeof person !== 'string' || Object.keys(wrong).length > 0) return refuse(wrong);
  try {
    await askForConsent(core, {
      staff,
      subject: person,
      purposeId: purpose.id,
      text: {
        reason: typed.reason,
        fields: typed.fields.flatMap((field) => FieldId.safeParse(field).data ?? []),
        months: MONTHS.find((one) => String(one) === typed.months) ?? null,
      },
      intent: answerIntentOf(form, staffPrincipal(staff.id), visit.url.pathname),
    });
  } catch (error) {
    if (error instanceof ConsentRequestError) return refuse(TOLD[error.code]);
    // Left in this very moment: like anybody who never was there.
    if (error instanceof NotFoundError) return refuse({ person: NOBODY });
    throw error;
  }
  return new Response(null, { status: 303, headers: { Location: '/company/ask?done=asked' } });
}

const NOBODY: Message = message('company.ask.problem.noPerson');

const TOLD: Readonly<Record<ConsentRequestErrorCode, AskForm['errors']>> = {
  'reason-empty': { reason: message('error.form.required') },
  'field-not-optional': { fields: message('company.ask.fieldsWrong') },
  'asked-this-year': { person: message('company.ask.problem.askedThisYear') },
  'asked-often': { person: message('company.ask.problem.askedOften') },
  'permitted-already': { person: message('company.ask.problem.permittedAlready') },
  'question-over': {},
};

async function findPerson(
  { core, company }: StaffVisit,
  typed: string,
): Promise<SubjectId | { readonly error: Message }> {
  if (typed === '') return { error: message('error.form.required') };
  const found = (await findShownPerson(core, company.id, typed)).filter(({ endedAt }) => endedAt === null);
  if (found.length > 1) return { error: message('company.ask.problem.several') };
  return found[0]?.subject ?? { error: NOBODY };
}

function reasonError(reason: string): AskForm['errors'] {
  if (reason === '') return { reason: message('error.form.required') };
  if (reason.length > QUESTION_REASON_MAX)
    return { reason: message('error.form.tooLong', { max: QUESTION_REASON_MAX }) };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what nobody can read
  return /[\u0000-\u0009\u000b-\u001f]/.test(reason) ? { reason: message('error.form.characters') } : {};
}

const subjectIn = (raw: string | null): string => SubjectId.safeParse(raw).data ?? '';

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
