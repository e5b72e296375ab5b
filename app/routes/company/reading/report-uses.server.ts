import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { findShownPerson } from '#app/core/relationship/find-shown-person.ts';
import type { Core } from '#app/core/shared/core.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { REFERENCE_MAX, recordUses, type UsesOutcome } from '#app/core/use/record-uses.ts';
import { recordUsesOfSegment } from '#app/core/use/record-uses-of-segment.ts';
import { setReporting } from '#app/core/use/set-reporting.ts';
import { UseError, type UseErrorCode } from '#app/core/use/use-error.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import { type Message, message } from '#app/i18n/message.ts';
import {
  EVERYBODY,
  LISTED,
  MOST_LISTED,
  type UsesField,
  type UsesForm,
} from '#app/screens/company/use-report-form.tsx';
import { Channel } from '#schema/channel.ts';
import { type CompanyId, type PurposeId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { Topic } from '#schema/topic.ts';
import { seeOther } from '../../me/reading/visit.server.ts';
import { findSegment } from './people-view.server.ts';
import { portalInstant } from './portal-time.server.ts';
import { readOpenPurposes } from './purposes.server.ts';
import { FORM_REFERENCE } from './uses.server.ts';
import type { StaffVisit } from './visit.server.ts';

const FIELD_OF: Readonly<Record<UseErrorCode, readonly [UsesField, Message]>> = {
  'reference-missing': ['reference', message('error.form.required')],
  'reference-too-long': ['reference', message('error.form.tooLong', { max: REFERENCE_MAX })],
  'reference-reused': ['reference', message('company.uses.error.reused')],
  'nothing-reported': ['who', message('company.uses.error.nobody')],
  'too-many-uses': ['list', message('company.uses.error.tooMany', { max: MOST_LISTED })],
  'use-in-future': ['at', message('company.uses.error.future')],
  'use-too-old': ['at', message('company.uses.error.old')],
  'purpose-has-no-choice': ['purpose', message('error.form.requiredChoice')],
};

/** So many lines are named; of more, their number is said. */
const MOST_TOLD = 12;

interface Wave {
  readonly purposeId: PurposeId;
  readonly channel: Channel;
  readonly topic: Topic | null;
  readonly at: Instant;
}

/** @throws Response 404 for staff who do not work with people */
export async function reportUses(visit: StaffVisit, form: FormData): Promise<Response> {
  const { staff, url } = visit;
  if (!staff.roles.includes('marketer')) throw notFound();
  const typed = typedOf(form);
  const back = (errors: UsesForm['errors']) => json({ errors, typed } satisfies UsesForm, { status: 422 });
  const purpose = (await readOpenPurposes(visit)).find((one) => one.purpose.slug === typed.purpose)?.purpose;
  const channel = Channel.safeParse(typed.channel).data;
  const topic = typed.topic === '' ? null : Topic.safeParse(typed.topic).data;
  const at = portalInstant(typed.at);
  const errors: UsesForm['errors'] = {
    ...(purpose ? {} : { purpose: message('error.form.requiredChoice') }),
    ...(channel ? {} : { channel: message('error.form.requiredChoice') }),
    ...(topic === undefined ? { topic: message('error.form.requiredChoice') } : {}),
    ...(at ? {} : { at: message('company.uses.error.time') }),
    ...(typed.who === LISTED && linesOf(typed.list).size === 0
      ? { list: message('error.form.required') }
      : {}),
    ...(linesOf(typed.list).size > MOST_LISTED
      ? { list: message('company.uses.error.tooMany', { max: MOST_LISTED }) }
      : {}),
  };
  if (!purpose || !channel || topic === undefined || !at || Object.keys(errors).length > 0)
    return back(errors);
  const intent = answerIntentOf(form, staffPrincipal(staff.id), url.pathname);
  const reference = typed.reference || `${FORM_REFERENCE}${intent?.key ?? visit.intentId}`;
  try {
    const told = await tell(visit, { purposeId: purpose.id, channel, topic, at }, typed, reference);
    return seeOther('/company/uses', {
      done: 'reported',
      count: told.outcomes.reduce((sum, { recorded }) => sum + recorded, 0),
      ...(told.unknown.length > 0 ? { unknown: told.unknown.slice(0, MOST_TOLD).join('-') } : {}),
      ...(told.unknown.length > MOST_TOLD ? { more: told.unknown.length - MOST_TOLD } : {}),
      ...(told.outcomes.every(({ repeated }) => repeated) ? { again: 1 } : {}),
    });
  } catch (error) {
    if (error instanceof OtherPurposeError) return back({ who: message('company.uses.error.otherPurpose') });
    if (!(error instanceof UseError)) throw error;
    const [field, text] = FIELD_OF[error.code];
    return back({ [field]: text });
  }
}

/** A segment is of one purpose; for another it would contain nobody. */
class OtherPurposeError extends Error {}

interface Told {
  readonly outcomes: readonly UsesOutcome[];
  /** Which lines name nobody of this company, counted from one. Never the lines: an address of a page is written into logs. */
  readonly unknown: readonly number[];
}

async function tell(
  visit: StaffVisit,
  wave: Wave,
  typed: UsesForm['typed'],
  reference: string,
): Promise<Told> {
  const { core, company, staff } = visit;
  const report = { companyId: company.id, reportedBy: staff.pseudonym, how: 'page', reference } as const;
  if (typed.who !== LISTED) {
    const segment = typed.who === EVERYBODY ? undefined : await findSegment(visit, typed.who);
    if (segment && segment.purposeId !== wave.purposeId) throw new OtherPurposeError();
    const conditions = segment?.conditions;
    return { outcomes: await recordUsesOfSegment(core, { ...report, ...wave, conditions }), unknown: [] };
  }
  const named = await namedPeople(core, company.id, typed.list);
  const uses = [...new Set(named.flatMap(({ subjects }) => subjects))].map((subject) => ({
    ...wave,
    subject,
  }));
  if (uses.length === 0) throw new UseError('nothing-reported');
  const outcome = await recordUses(core, { ...report, uses });
  const unknown = named.filter(({ subjects }) => subjects.every((one) => outcome.unknown.includes(one)));
  return { outcomes: [outcome], unknown: unknown.map(({ line }) => line) };
}

/** Each line is a person's id at this company or the company's own number. */
async function namedPeople(
  core: Pick<Core, 'storage' | 'keys'>,
  companyId: CompanyId,
  list: string,
): Promise<{ readonly line: number; readonly subjects: readonly SubjectId[] }[]> {
  const named = [];
  for (const [text, line] of linesOf(list)) {
    const subject = SubjectId.safeParse(text).data;
    const people = subject ? [] : await findShownPerson(core, companyId, text);
    named.push({ line, subjects: subject ? [subject] : people.map((person) => person.subject) });
  }
  return named;
}

/** @throws Response 400 for a form that is not ours, 404 for staff who do not own the company */
export async function switchReporting({ core, staff }: StaffVisit, form: FormData): Promise<Response> {
  const act = form.get('act');
  if (act !== 'reporting-on' && act !== 'reporting-off') throw new Response(null, { status: 400 });
  const on = act === 'reporting-on';
  await setReporting(core, staff, on);
  return seeOther('/company/uses', { done: on ? 'on' : 'off' });
}

/** Each entry once, with the line on which it stands first. */
function linesOf(list: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of list.split('\n').entries())
    for (const entry of line.split(/[,;]/).map((one) => one.trim()))
      if (entry !== '' && !lines.has(entry)) lines.set(entry, index + 1);
  return lines;
}

function typedOf(form: FormData): UsesForm['typed'] {
  const text = (name: UsesField) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    purpose: text('purpose'),
    channel: text('channel'),
    topic: text('topic'),
    at: text('at'),
    who: text('who'),
    list: text('list'),
    reference: text('reference'),
  };
}
