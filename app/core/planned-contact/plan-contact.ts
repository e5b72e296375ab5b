import type { Channel } from '#schema/channel.ts';
import type { PlannedContactId, PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { Language, LocalizedText } from '#schema/language.ts';
import { TOPICS, type Topic } from '#schema/topic.ts';
import { AppError, NotFoundError } from '../shared/app-error.ts';
import { addMonths } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import type { Staff } from '../staff/staff.ts';
import type { PlannedContact } from './planned-contact-store.ts';

export type PlannedContactErrorCode =
  | 'title-missing'
  | 'title-too-long'
  | 'channel-not-asked'
  | 'topic-not-asked'
  | 'date-past'
  | 'date-too-far';

export class PlannedContactError extends AppError<PlannedContactErrorCode> {}

export interface PlanContactInput {
  readonly purposeId: PurposeId;
  readonly title: { readonly [L in Language]?: string };
  readonly channel: Channel;
  readonly topic: Topic;
  readonly at: Instant;
  /** The form that was sent: the same one twice plans one. */
  readonly intent?: Intent | undefined;
}

export const PLANNED_TITLE_MAX = 80;
const FARTHEST_MONTHS = 12;

/** Tells customers what is to come. Promises nothing and permits nothing: who will see it is decided when they look. */
export async function planContact(
  core: Pick<Core, 'storage' | 'world'>,
  staff: Staff,
  input: PlanContactInput,
): Promise<PlannedContact | undefined> {
  const { companyId } = staff;
  const { read } = core.storage;
  const purpose = await read.purpose.find(input.purposeId);
  const version = purpose && (await read.purpose.currentVersion(purpose.id));
  if (!companyId || !purpose || !version || purpose.companyId !== companyId) throw new NotFoundError();
  const { channels, topics = TOPICS } = version.content;
  if (!channels.includes(input.channel)) throw new PlannedContactError('channel-not-asked');
  if (!topics.includes(input.topic)) throw new PlannedContactError('topic-not-asked');
  const createdAt = core.world.now();
  if (input.at <= createdAt) throw new PlannedContactError('date-past');
  if (input.at > addMonths(createdAt, FARTHEST_MONTHS)) throw new PlannedContactError('date-too-far');
  const planned: PlannedContact = {
    id: core.world.newId() as PlannedContactId,
    companyId,
    purposeId: purpose.id,
    title: titleOf(input.title),
    channel: input.channel,
    topic: input.topic,
    at: input.at,
    createdBy: staff.pseudonym,
    createdAt,
    cancelledAt: null,
  };
  const { intent } = input;
  try {
    return await core.storage.transact(async (tx) => {
      if (intent && (await wasDone(tx.idempotency, intent))) return undefined;
      await tx.plannedContact.insert(planned);
      if (intent) await tx.idempotency.insert({ ...intent, outcome: planned.id }, createdAt);
      return planned;
    });
  } catch (error) {
    // The same form came twice at once: the other one has planned it.
    if (!intent || !core.storage.isUniqueViolation(error)) throw error;
    return undefined;
  }
}

export function cancelPlannedContact(
  core: Pick<Core, 'storage' | 'world'>,
  { companyId }: Staff,
  id: PlannedContactId,
): Promise<void> {
  return core.storage.transact(async (tx) => {
    if (!companyId || !(await tx.plannedContact.find(companyId, id))) throw new NotFoundError();
    await tx.plannedContact.cancel(companyId, id, core.world.now());
  });
}

function titleOf(typed: PlanContactInput['title']): LocalizedText {
  const texts: Partial<Record<Language, string>> = {};
  for (const language of Language.options) {
    const text = (typed[language] ?? '')
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
    if (text.length > PLANNED_TITLE_MAX)
      throw new PlannedContactError('title-too-long', { max: PLANNED_TITLE_MAX });
    if (text !== '') texts[language] = text;
  }
  if (Object.keys(texts).length === 0) throw new PlannedContactError('title-missing');
  return LocalizedText.parse(texts);
}
