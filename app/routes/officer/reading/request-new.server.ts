import { json } from '@remix-run/node';
import type { Company } from '#app/core/company/company.ts';
import { findPeople } from '#app/core/relationship/find-people.ts';
import { TIME_ZONES } from '#app/core/request/due-date.ts';
import { dayAt } from '#app/core/request/local-day.ts';
import { type RecordRequestInput, recordRequest } from '#app/core/request/record-request.ts';
import { explainRequestRefusal } from '#app/http/request-refusal.server.ts';
import { sentFiles } from '#app/http/sent-files.server.ts';
import { type Message, message } from '#app/i18n/message.ts';
import { STAFF_ORIGINS } from '#app/screens/officer/request-new.tsx';
import {
  NEW_FIELDS,
  type NewField,
  type NewRequestView,
  requestPath,
  type SentNewRequest,
} from '#app/screens/officer/request-view.ts';
import { SubjectId } from '#schema/ids.ts';
import { Language } from '#schema/language.ts';
import { REQUEST_KINDS } from '#schema/request.ts';
import { oneOf, seeOther } from '../../me/reading/visit.server.ts';
import { intentOfStep, type RequestVisit } from './request.server.ts';

export function readNewRequest({ company, at, url, intentId }: RequestVisit): NewRequestView {
  const subject = SubjectId.safeParse(url.searchParams.get('subject')).data;
  return { today: todayAt(company, at), subject: subject ?? '', intentId };
}

function todayAt(company: Company, at: RequestVisit['at']): string {
  return dayAt(at, TIME_ZONES[company.profile.jurisdiction]);
}

export async function recordNewRequest(visit: RequestVisit, form: FormData): Promise<Response> {
  const { core, staff } = visit;
  const typed = typedOf(form);
  const who = await whoOf(visit, typed);
  const kind = oneOf(REQUEST_KINDS, typed.kind);
  const origin = oneOf(STAFF_ORIGINS, typed.origin);
  const errors = [
    ...(kind ? [] : [{ id: 'kind', message: message('officer.requests.form.kindMissing') }]),
    ...(origin ? [] : [{ id: 'origin', message: message('officer.requests.form.originMissing') }]),
    ...('problem' in who ? [who.problem] : []),
    ...(saysSomething(typed, form)
      ? []
      : [{ id: 'text', message: message('officer.requests.form.textMissing') }]),
  ];
  if (!kind || !origin || 'problem' in who || errors.length > 0) return refuse({ typed, errors });
  try {
    const id = await recordRequest(core, {
      staff,
      who,
      kind,
      origin,
      arrivedOn: typed.arrivedOn,
      text: typed.text,
      identity: typed.identity,
      files: await sentFiles(form, 'file'),
      intent: intentOfStep(visit, form),
    });
    return seeOther(requestPath(id), { done: 'recorded' });
  } catch (error) {
    return refuse({ typed, errors: [explainRequestRefusal(error)] });
  }
}

type Who =
  | RecordRequestInput['who']
  | { readonly problem: { readonly id: string; readonly message: Message } };

/** A customer of this company by address, number or opaque id; without one the name that was typed. */
async function whoOf(
  { core, company }: RequestVisit,
  { who, name, contact, language }: SentNewRequest['typed'],
): Promise<Who> {
  const query = who.trim();
  if (query === '') {
    if (name.trim() === '')
      return { problem: { id: 'who', message: message('officer.requests.form.nameOrPerson') } };
    if (contact.trim() === '')
      return { problem: { id: 'contact', message: message('officer.requests.form.contactMissing') } };
    return { name, contact, language: Language.safeParse(language).data ?? 'de' };
  }
  const subject = SubjectId.safeParse(query).data;
  const known = subject && (await core.storage.read.relationship.findBySubject(company.id, subject));
  const found = known ? [known] : await findPeople(core, company.id, query);
  // Whoever left and came back has several: the one that runs is meant.
  const running = found.length > 1 ? found.filter(({ endedAt }) => endedAt === null) : found;
  const [only] = running;
  if (!only) return { problem: { id: 'who', message: message('officer.requests.form.whoUnknown') } };
  if (running.length > 1)
    return { problem: { id: 'who', message: message('officer.requests.form.whoMany') } };
  return { subject: only.subject };
}

/** In words, or as the letter itself. */
function saysSomething({ text }: SentNewRequest['typed'], form: FormData): boolean {
  return text.trim() !== '' || form.getAll('file').some((file) => file instanceof File && file.size > 0);
}

function typedOf(form: FormData): SentNewRequest['typed'] {
  const typed = NEW_FIELDS.map((name): [NewField, string] => {
    const value = form.get(name);
    return [name, typeof value === 'string' ? value : ''];
  });
  return Object.fromEntries(typed) as Record<NewField, string>;
}

function refuse(sent: SentNewRequest): Response {
  return json(sent, { status: 422 });
}
