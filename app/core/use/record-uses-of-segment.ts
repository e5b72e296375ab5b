import type { Channel } from '#schema/channel.ts';
import type { CompanyId, PurposeId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import type { Topic } from '#schema/topic.ts';
import { reachableChannels } from '../permission/reachable-channels.ts';
import type { Core } from '../shared/core.ts';
import { recordUses, type UsesInput, type UsesOutcome } from './record-uses.ts';
import { UseError } from './use-error.ts';

export interface SegmentUsesInput extends Pick<UsesInput, 'companyId' | 'reportedBy' | 'how' | 'reference'> {
  readonly purposeId: PurposeId;
  /** Absent: everybody permitted. */
  readonly conditions?: SegmentConditions | undefined;
  readonly channel: Channel;
  readonly topic: Topic | null;
  readonly at: Instant;
}

const PAGE = 1_000;

/**
 * Everybody of a segment who may be addressed on this channel now, each with
 * one contact at `at`. More people than one report holds are told in several,
 * the later ones with a number behind the reference.
 */
export async function recordUsesOfSegment(
  core: Pick<Core, 'storage' | 'world'>,
  input: SegmentUsesInput,
): Promise<UsesOutcome[]> {
  const { companyId, reportedBy, how, reference, purposeId, channel, topic, at } = input;
  const question = JSON.stringify([purposeId, input.conditions ?? null, channel, topic, at]);
  const outcomes: UsesOutcome[] = [];
  let subjects: SubjectId[] = [];
  const report = async () => {
    const part = outcomes.length + 1;
    const uses = subjects.map((subject) => ({ subject, purposeId, channel, topic, at }));
    const name = part === 1 ? reference : `${reference} (${part})`;
    outcomes.push(await recordUses(core, { companyId, reportedBy, how, reference: name, uses, question }));
    subjects = [];
  };
  let after: SubjectId | null = null;
  for (;;) {
    const page: Reached = await readReached(
      core,
      { companyId, purposeId, ...conditionsOf(input) },
      channel,
      after,
    );
    subjects.push(...page.subjects);
    after = page.last;
    if (subjects.length > MOST_AT_ONCE) await report();
    // Told before: who is in the segment today does not matter.
    if (after === null || outcomes[0]?.repeated) break;
  }
  if (subjects.length > 0 && !outcomes[0]?.repeated) await report();
  if (outcomes.length === 0) throw new UseError('nothing-reported');
  return outcomes;
}

/** One page more still fits into one report. */
const MOST_AT_ONCE = 9_000;

interface Reached {
  readonly subjects: readonly SubjectId[];
  readonly last: SubjectId | null;
}

async function readReached(
  { storage, world }: Pick<Core, 'storage' | 'world'>,
  query: { companyId: CompanyId; purposeId: PurposeId; conditions?: SegmentConditions },
  channel: Channel,
  after: SubjectId | null,
): Promise<Reached> {
  const { people } = storage.read;
  const page = await people.longPage({ ...query, at: world.now() }, after, PAGE);
  const contacts = await people.contactFacts(
    page.map(({ customerId }) => customerId),
    query.companyId,
  );
  const reached = page.filter((person) =>
    reachableChannels(person, contacts.get(person.customerId)).includes(channel),
  );
  return {
    subjects: reached.map(({ subject }) => subject),
    last: page.length < PAGE ? null : (page.at(-1)?.subject ?? null),
  };
}

function conditionsOf({ conditions }: SegmentUsesInput) {
  return conditions && conditions.conditions.length > 0 ? { conditions } : {};
}
