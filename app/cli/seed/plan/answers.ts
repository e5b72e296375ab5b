import type { Channel } from '#schema/channel.ts';
import { type CatalogueField, CatalogueFieldId } from '#schema/field.ts';
import type { PurposeContent } from '#schema/purpose.ts';
import type { CompanySlug } from '../content/companies.ts';
import { monthsAfter } from './calendar.ts';
import { type Answer, at, emit, enter, type Journey, soon } from './journey.ts';
import type { NoMethod } from './planned-act.ts';
import { type DatedPurpose, type DatedVersion, versionAt } from './versions.ts';

/** One purpose of one company in a person's journey. */
export interface Case {
  readonly company: CompanySlug;
  readonly purpose: DatedPurpose;
}

export const keyOf = ({ company, purpose }: Case): string => `${company}/${purpose.slug}`;

/** What the channel needs to reach somebody; the grant must include it. */
const NEEDED: Readonly<Partial<Record<Channel, CatalogueField>>> = {
  email: 'email',
  sms: 'mobile',
  phone: 'mobile',
};

/** A running grant at `ms`: not over, whatever the version. */
export function grantAt(journey: Journey, subject: Case, ms: number): Answer | undefined {
  const answer = journey.answers.get(keyOf(subject));
  const over = answer?.expiresMs !== null && answer !== undefined && answer.expiresMs <= ms;
  return answer?.state === 'granted' && !over ? answer : undefined;
}

/** Nothing happens to a purpose before or while its last act happens. */
export function isFree(journey: Journey, subject: Case, ms: number): boolean {
  const busyUntil = journey.busyUntilMs.get(keyOf(subject));
  return journey.connected.has(subject.company) && (busyUntil === undefined || ms > busyUntil);
}

/** A yes to the version in force; undefined when it already stands so. */
export function sayYes(
  journey: Journey,
  subject: Case,
  ms: number,
  method: 'web' | 'join',
): 'grant' | undefined {
  if (!isFree(journey, subject, ms) || ms > journey.frame.calendar.customerEndMs) return undefined;
  const version = versionAt(subject.purpose, ms);
  const running = grantAt(journey, subject, ms);
  if (running?.version === version) return undefined;
  const choice = chooseScope(journey, version.content);
  enter(journey, ms, choice.fields, method === 'join' ? 'join' : 'customer');
  emit(journey, {
    kind: 'grant',
    ...stamp(journey, subject, ms),
    version: version.version,
    ...choice,
    method,
  });
  const answer = granted(version, choice, ms);
  // A yes that runs keeps its end where only the wording was corrected.
  const kept = running && version.corrects ? { ...answer, expiresMs: running.expiresMs } : answer;
  remember(journey, subject, ms, kept);
  verifySoon(journey, ms, choice.channels);
  return 'grant';
}

/** Other fields or channels for a running grant of the version in force; false when nothing would change. */
export function changeScope(journey: Journey, subject: Case, ms: number): boolean {
  const before = grantAt(journey, subject, ms);
  const version = versionAt(subject.purpose, ms);
  if (!isFree(journey, subject, ms) || before?.version !== version) return false;
  const choice = chooseScope(journey, version.content);
  const same =
    choice.fields.join() === before.fields.join() && choice.channels.join() === before.channels.join();
  if (same) return false;
  enter(journey, ms, choice.fields, 'customer');
  emit(journey, { kind: 'change', ...stamp(journey, subject, ms), version: version.version, ...choice });
  // Other fields or ways never make it longer.
  remember(journey, subject, ms, { ...granted(version, choice, ms), expiresMs: before.expiresMs });
  verifySoon(journey, ms, choice.channels);
  return true;
}

/** A no to what was never decided, to a running grant, or to an open purpose; undefined when there is nothing to say no to. */
export function sayNo(
  journey: Journey,
  subject: Case,
  ms: number,
  method: NoMethod,
  written: { readonly staff: string; readonly source: string } | null = null,
): 'refuse' | 'withdraw' | 'object' | undefined {
  if (!isFree(journey, subject, ms) || ms > journey.frame.calendar.customerEndMs) return undefined;
  const answer = journey.answers.get(keyOf(subject));
  const running = grantAt(journey, subject, ms);
  if (answer !== undefined && running === undefined) return undefined;
  const kind = subject.purpose.basis === 'objection' ? 'object' : running ? 'withdraw' : 'refuse';
  const by = { method, staff: written?.staff ?? null, source: written?.source ?? null };
  emit(journey, { kind, ...stamp(journey, subject, ms), ...by });
  const state = kind === 'object' ? 'objected' : kind === 'withdraw' ? 'withdrawn' : 'refused';
  const version = running?.version ?? versionAt(subject.purpose, ms);
  remember(journey, subject, ms, { state, version, fields: [], channels: [], expiresMs: null });
  return kind;
}

/** Does `decide` on the web and takes it back within ten minutes. */
export function andUndo(
  journey: Journey,
  subject: Case,
  ms: number,
  decide: () => 'grant' | 'refuse' | 'withdraw' | 'object' | undefined,
): void {
  const before = journey.answers.get(keyOf(subject));
  const undoneMs = soon(journey, ms, 1, 8);
  if (!journey.confirmed || undoneMs > journey.frame.calendar.customerEndMs) return;
  const undoes = decide();
  if (undoes === undefined) return;
  emit(journey, { kind: 'undo', ...stamp(journey, subject, undoneMs), undoes });
  remember(journey, subject, undoneMs, before);
}

function stamp(journey: Journey, { company, purpose }: Case, ms: number) {
  return { at: at(ms), person: journey.person.slug, company, purpose: purpose.slug };
}

function granted(version: DatedVersion, choice: Scope, ms: number): Answer {
  const { validityMonths } = version.content;
  return {
    state: 'granted',
    version,
    ...choice,
    expiresMs: validityMonths === null ? null : monthsAfter(ms, validityMonths),
  };
}

function remember(journey: Journey, subject: Case, ms: number, answer: Answer | undefined): void {
  if (answer === undefined) journey.answers.delete(keyOf(subject));
  else journey.answers.set(keyOf(subject), answer);
  journey.busyUntilMs.set(keyOf(subject), ms);
}

interface Scope {
  readonly fields: readonly CatalogueField[];
  readonly channels: readonly Channel[];
}

/** All required fields, some optional ones, and channels that the chosen fields can serve; in the version's own order. */
function chooseScope({ random, openness }: Journey, content: PurposeContent): Scope {
  // What companies defined is asked for one by one, not on this form.
  const asked = content.fields.flatMap(({ field, required }) => {
    const known = CatalogueFieldId.safeParse(field).data;
    return known ? [{ field: known, required }] : [];
  });
  const possible = content.channels.filter((channel) => {
    const needed = NEEDED[channel];
    return needed === undefined || asked.some(({ field }) => field === needed);
  });
  const channels = random.some(possible, 0.55);
  const needed = channels.map((channel) => NEEDED[channel]);
  const fields = asked.filter(
    ({ field, required }) => required || needed.includes(field) || random.chance(openness),
  );
  return { fields: fields.map(({ field }) => field), channels };
}

/** A number counts only once its owner typed the code that was sent to it; not everybody does. */
export function verifySoon(journey: Journey, ms: number, channels: readonly Channel[]): void {
  const wanted = channels.includes('sms') || channels.includes('phone');
  if (!wanted || journey.mobileVerified || !journey.confirmed || journey.random.chance(0.15)) return;
  const verifiedMs = soon(journey, ms, 1, 3);
  if (verifiedMs > journey.frame.calendar.customerEndMs) return;
  journey.mobileVerified = true;
  emit(journey, {
    kind: 'verify',
    at: at(verifiedMs),
    person: journey.person.slug,
    channels: ['sms', 'phone'],
  });
}
