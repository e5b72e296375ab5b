import { createHash } from 'node:crypto';
import type { Channel } from '#schema/channel.ts';
import type { CompanyId, PurposeId, SubjectId, UseReportId } from '#schema/ids.ts';
import { type Instant, msOf } from '#schema/instant.ts';
import type { Topic } from '#schema/topic.ts';
import type { UseMethod, UseReportPart } from '#schema/use.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import { addMonths, MINUTE_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { UseError } from './use-error.ts';
import type { UseReport } from './use-store.ts';

/** One contact as its company tells it. */
export interface ReportedUse {
  readonly subject: SubjectId;
  readonly purposeId: PurposeId;
  readonly channel: Channel;
  readonly topic: Topic | null;
  readonly at: Instant;
}

export interface UsesInput {
  readonly companyId: CompanyId;
  /** Pseudonym of the member of staff, or the name of the key. */
  readonly reportedBy: string;
  readonly how: UseMethod;
  /** The company's own name for this report: told again under it, nothing is counted twice. */
  readonly reference: string;
  readonly uses: readonly ReportedUse[];
  /** What was asked where the people were looked up from it (a segment), so that the same report reads the same later. */
  readonly question?: string;
}

export interface UsesOutcome {
  readonly report: UseReport;
  readonly recorded: number;
  /** Subjects that are none of this company's; nothing says why. */
  readonly unknown: readonly SubjectId[];
  /** Told before: nothing was recorded now. */
  readonly repeated: boolean;
}

export const MOST_USES = 10_000;
export const REFERENCE_MAX = 80;
/** A report may come late, but what it counts for is over after a year. */
const OLDEST_MONTHS = 12;
/** Clocks of two machines differ. */
const AHEAD_MS = 5 * MINUTE_MS;

/**
 * Writes down that a company addressed people, whether it was permitted or
 * not: the report is the company's word. From the commit on it counts for "how
 * often", and the last use of each channel is remembered for the proof.
 */
export async function recordUses(
  core: Pick<Core, 'storage' | 'world'>,
  input: UsesInput,
): Promise<UsesOutcome> {
  const reference = input.reference.normalize('NFC').trim();
  if (reference === '') throw new UseError('reference-missing');
  if (reference.length > REFERENCE_MAX) throw new UseError('reference-too-long');
  if (input.uses.length > MOST_USES) throw new UseError('too-many-uses', { max: MOST_USES });
  const recordedAt = core.world.now();
  const write = () => core.storage.transact((tx) => recordInside(core, tx, input, reference, recordedAt));
  try {
    return await write();
  } catch (error) {
    if (!core.storage.isUniqueViolation(error)) throw error;
    // The same report came twice at once; the other one is written now.
    return write();
  }
}

async function recordInside(
  core: Pick<Core, 'world'>,
  tx: Writers,
  input: UsesInput,
  reference: string,
  recordedAt: Instant,
): Promise<UsesOutcome> {
  const { companyId, uses } = input;
  const contentHash = hashOf(input);
  const before = await tx.use.findReport(companyId, reference);
  if (before) {
    if (before.contentHash !== contentHash) throw new UseError('reference-reused');
    const recorded = before.parts.reduce((sum, { count }) => sum + count, 0);
    return { report: before, recorded, unknown: [], repeated: true };
  }
  assertTimes(uses, recordedAt);
  await assertPurposes(tx, companyId, uses);
  const subjects = [...new Set(uses.map(({ subject }) => subject))];
  const known = new Map<SubjectId, Relationship>(
    (await tx.relationship.findBySubjects(companyId, subjects)).map((one) => [one.subject, one]),
  );
  const rows = uses.flatMap((use) => {
    const relationship = known.get(use.subject);
    return relationship ? [{ ...use, id: core.world.newId(), relationshipId: relationship.id }] : [];
  });
  if (rows.length === 0) throw new UseError('nothing-reported');
  const report: UseReport = {
    id: core.world.newId() as UseReportId,
    companyId,
    reference,
    contentHash,
    parts: partsOf(rows),
    how: input.how,
    reportedBy: input.reportedBy,
    recordedAt,
  };
  await tx.use.insertReport(report, rows);
  const unknown = subjects.filter((subject) => !known.has(subject));
  return { report, recorded: rows.length, unknown, repeated: false };
}

function hashOf({ uses, question }: UsesInput): string {
  const said = uses.map(({ subject, purposeId, channel, topic, at }) =>
    JSON.stringify([subject, purposeId, channel, topic, at]),
  );
  return createHash('sha256')
    .update(question ?? said.sort().join('\n'))
    .digest('hex');
}

function assertTimes(uses: readonly ReportedUse[], now: Instant): void {
  const oldest = addMonths(now, -OLDEST_MONTHS);
  for (const { at } of uses) {
    if (msOf(at) > msOf(now) + AHEAD_MS) throw new UseError('use-in-future');
    if (at < oldest) throw new UseError('use-too-old');
  }
}

/** Contract and duty need no permission, so none is used, and they count for no limit. */
async function assertPurposes(
  tx: Writers,
  companyId: CompanyId,
  uses: readonly ReportedUse[],
): Promise<void> {
  for (const id of new Set(uses.map(({ purposeId }) => purposeId))) {
    const purpose = await tx.purpose.find(id);
    if (!purpose || purpose.companyId !== companyId) throw new NotFoundError();
    if (purpose.basis !== 'consent' && purpose.basis !== 'objection')
      throw new UseError('purpose-has-no-choice');
  }
}

function partsOf(uses: readonly ReportedUse[]): UseReportPart[] {
  const parts = new Map<string, UseReportPart>();
  for (const { purposeId, channel, topic, at } of uses) {
    const key = `${purposeId} ${channel} ${topic}`;
    const part = parts.get(key) ?? { purposeId, channel, topic, count: 0, firstAt: at, lastAt: at };
    parts.set(key, {
      ...part,
      count: part.count + 1,
      firstAt: at < part.firstAt ? at : part.firstAt,
      lastAt: at > part.lastAt ? at : part.lastAt,
    });
  }
  return [...parts.values()];
}
