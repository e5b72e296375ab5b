import { RequestId, type SubjectId } from '#schema/ids.ts';
import type { Language } from '#schema/language.ts';
import type { RequestKind, RequestOrigin } from '#schema/request.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import type { Staff } from '../staff/staff.ts';
import { checkText } from './add-event.ts';
import { beginRequest } from './begin-request.ts';
import { checkFiles, type SentFile } from './check-files.ts';
import { TIME_ZONES } from './due-date.ts';
import { addDays, dayAt, isDay } from './local-day.ts';
import { RequestError } from './request-error.ts';

export interface RecordRequestInput {
  readonly staff: Staff;
  /** Who asks: a customer of this company, or somebody who is not in the portal. */
  readonly who:
    | { readonly subject: SubjectId }
    | { readonly name: string; readonly contact: string; readonly language: Language };
  readonly kind: RequestKind;
  readonly origin: Exclude<RequestOrigin, 'portal'>;
  /** ISO day on which it arrived, where the company is. */
  readonly arrivedOn: string;
  readonly text: string;
  /** How staff made sure who writes. */
  readonly identity: string;
  readonly files: readonly SentFile[];
  readonly intent?: Intent | undefined;
}

/** A letter that lay longer than this is no slip of the pen any more. */
const OLDEST_DAYS = 365;

/** A request that came by letter, phone or mail, written down by an officer: the clock runs from the day of arrival. */
export async function recordRequest(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: RecordRequestInput,
): Promise<RequestId> {
  const { staff, who, kind, origin, arrivedOn, intent } = input;
  const text = checkText(input.text);
  const identity = checkText(input.identity, false);
  const files = checkFiles(input.files);
  const { companyId } = staff;
  if (!companyId || !staff.roles.includes('officer')) throw new NotFoundError();
  const person =
    'subject' in who
      ? null
      : { name: who.name.trim().slice(0, 200), contact: who.contact.trim().slice(0, 500) };
  if (person && person.name === '') throw new RequestError('person-missing');
  return core.sequencer.submit(async (act) => {
    const { tx, at } = act;
    if (intent && (await wasDone(tx.idempotency, intent)))
      return RequestId.parse((await tx.idempotency.find(intent))?.outcome);
    const company = await tx.company.find(companyId);
    if (!company) throw new NotFoundError();
    const today = dayAt(at, TIME_ZONES[company.profile.jurisdiction]);
    if (!isDay(arrivedOn) || arrivedOn > today) throw new RequestError('arrival-in-future');
    if (arrivedOn < addDays(today, -OLDEST_DAYS)) throw new RequestError('arrival-too-old');
    const relationship =
      'subject' in who ? await tx.relationship.findBySubject(companyId, who.subject) : null;
    if (relationship === undefined) throw new NotFoundError();
    const customer = relationship && (await tx.customer.find(relationship.customerId));
    const language = customer?.language ?? ('language' in who ? who.language : 'de');
    const asked = { text, person, identity, language };
    const id = await beginRequest(core, act, {
      company,
      relationship,
      kind,
      origin,
      arrivedOn,
      asked,
      files,
      by: staff,
    });
    if (intent) await tx.idempotency.insert({ ...intent, outcome: id }, at);
    return id;
  });
}
