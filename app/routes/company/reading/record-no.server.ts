import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { ConsentError } from '#app/core/consent/consent-error.ts';
import { recordNo } from '#app/core/consent/record-no.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import { message } from '#app/i18n/message.ts';
import {
  ALL_PURPOSES,
  NO_METHODS,
  type NoForm,
  type RecordNoView,
  SOURCE_MAX,
} from '#app/screens/company/record-no.tsx';
import { noPath } from '#app/screens/company/view.ts';
import { subjectOf } from './people-view.server.ts';
import { nameOf, readOpenPurposes } from './purposes.server.ts';
import type { StaffVisit } from './visit.server.ts';

/** Whoever may write a no down: the marketer, and the officer from the page of one person. */
type NoVisit = Pick<StaffVisit, 'core' | 'staff' | 'company' | 'url' | 'intentId'>;

/** Opens for any customer of the company, whatever they permit: a no is always taken. @throws Response 404 */
export async function readNoView(visit: NoVisit, raw: string | undefined): Promise<RecordNoView> {
  const { core, company, url, intentId } = visit;
  const subject = subjectOf(raw);
  const relationship = await core.storage.read.relationship.findBySubject(company.id, subject);
  if (!relationship || relationship.endedAt) throw notFound();
  const purposes = (await readOpenPurposes(visit)).map(nameOf);
  const known = (slug: string | null) => purposes.find((purpose) => purpose.slug === slug)?.slug ?? null;
  const done = url.searchParams.get('done');
  return {
    subject,
    purposes,
    from: known(url.searchParams.get('purpose')),
    done: done === ALL_PURPOSES ? done : known(done),
    intentId,
  };
}

/** @param pageOf the address of the form, which tells that it was done */
export async function writeDownNo(
  visit: NoVisit,
  raw: string | undefined,
  form: FormData,
  pageOf: (subject: string, purpose: string) => string = noPath,
) {
  const { core, staff } = visit;
  const { subject, from } = await readNoView(visit, raw);
  const typed = {
    about: text(form, 'about'),
    method: text(form, 'method'),
    source: oneLine(text(form, 'source')),
  };
  const purposes = await readOpenPurposes(visit);
  const about = purposes.find(({ purpose }) => purpose.slug === typed.about);
  const method = NO_METHODS.find((known) => known === typed.method);
  const errors: NoForm['errors'] = {
    ...(about || typed.about === ALL_PURPOSES ? {} : { about: message('error.form.requiredChoice') }),
    ...(method ? {} : { method: message('error.form.requiredChoice') }),
    ...sourceError(typed.source),
  };
  if (!method || Object.keys(errors).length > 0) {
    const answer: NoForm = { errors, typed };
    return json(answer, { status: 422 });
  }
  const purposeId = about ? { purposeId: about.purpose.id } : {};
  try {
    const intent = answerIntentOf(form, staffPrincipal(staff.id), visit.url.pathname);
    await recordNo(core, {
      staff,
      subject,
      ...purposeId,
      method,
      source: typed.source,
      ...(intent ? { intent } : {}),
    });
  } catch (error) {
    // Left in this very moment: absent, like anybody who never was there.
    if (error instanceof NotFoundError || error instanceof ConsentError) throw notFound();
    throw error;
  }
  const page = new URL(pageOf(subject, from ?? typed.about), visit.url);
  page.searchParams.set('done', typed.about);
  return new Response(null, { status: 303, headers: { Location: page.pathname + page.search } });
}

function sourceError(source: string): NoForm['errors'] {
  if (source === '') return { source: message('error.form.required') };
  return source.length > SOURCE_MAX ? { source: message('error.form.tooLong', { max: SOURCE_MAX }) } : {};
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function oneLine(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}
