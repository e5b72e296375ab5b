import { FIELD_SKIP_MONTHS } from '#schema/company-field.ts';
import type { CompanyFieldId } from '#schema/field.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { type Instant, msOf } from '#schema/instant.ts';
import { parseDefined, type RawFields } from '../profile/save-fields.ts';
import { writeFields } from '../profile/write-fields.ts';
import { NotFoundError } from '../shared/app-error.ts';
import { addMonths, DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import type { Readers, Writers } from '../shared/storage.ts';
import type { ProfileEntries } from '../vault/doors/read-own.ts';
import { type CompanyField, isAsked } from './company-field.ts';

/** At the customer's pace: after an answer or a "not now" this company keeps quiet for so long. */
const QUIET_MS = DAY_MS;

/**
 * The one question that a company may put to this customer now: its first
 * field without a value that was not put off in the last six months, and none
 * at all on the day of an answer. Never two at a time.
 */
export async function nextQuestion(
  read: Pick<Readers, 'companyField'>,
  { customerId, companyId, at }: { customerId: CustomerId; companyId: CompanyId; at: Instant },
  entries: ProfileEntries,
): Promise<CompanyField | undefined> {
  const asked = (await read.companyField.ofCompany(companyId)).filter(isAsked);
  if (asked.length === 0) return undefined;
  const answers = (await read.companyField.answersOf(customerId)).filter(
    (answer) => answer.companyId === companyId,
  );
  if (answers.some((answer) => msOf(at) - msOf(answer.at) < QUIET_MS)) return undefined;
  return asked.find(({ id }) => {
    const answer = answers.find(({ field }) => field === id);
    const putOff = answer?.state === 'skipped' && addMonths(answer.at, FIELD_SKIP_MONTHS) > at;
    // Removed by its owner: that was an answer too.
    return entries[id] === undefined && answer?.state !== 'answered' && !putOff;
  });
}

interface Answering {
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly field: CompanyFieldId;
}

/**
 * Saves an answer: into the profile alone. Whether the company sees it is up
 * to the purposes that the customer permitted.
 *
 * @throws ProfileError for a value that does not fit; an empty one is a "not now"
 */
export function answerQuestion(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: Answering,
  raw: RawFields[string],
): Promise<'answered' | 'skipped'> {
  return core.sequencer.submit(async ({ tx, at }) => {
    await assertAsked(tx, input);
    const { customerId, companyId, field } = input;
    const changes = await parseDefined(tx, { [field]: raw }, at.slice(0, 10));
    const state = changes.get(field) === undefined ? 'skipped' : 'answered';
    if (state === 'answered') await writeFields(core, tx, customerId, changes, at, 'customer');
    await tx.companyField.saveAnswer({ customerId, companyId, field, state, at });
    return state;
  });
}

export function skipQuestion(core: Pick<Core, 'sequencer'>, input: Answering): Promise<void> {
  return core.sequencer.submit(async ({ tx, at }) => {
    await assertAsked(tx, input);
    await tx.companyField.saveAnswer({ ...input, state: 'skipped', at });
  });
}

/** Only a company that the customer is connected with asks, and only for its own fields. */
async function assertAsked(tx: Writers, { customerId, companyId, field }: Answering): Promise<void> {
  const customer = await tx.customer.find(customerId);
  const known = await tx.companyField.find(field);
  const connected = await tx.relationship.findLive(customerId, companyId);
  if (
    !customer ||
    customer.status === 'left' ||
    !connected ||
    known?.companyId !== companyId ||
    !isAsked(known)
  )
    throw new NotFoundError();
}
