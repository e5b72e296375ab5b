import type { FieldId } from '#schema/field.ts';
import type { PurposeId, SubjectId } from '#schema/ids.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import type { StaffRole } from '#schema/staff.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import {
  type DisclosedBatch,
  type DisclosedPerson,
  discloseToCompany,
} from '../vault/doors/disclose-to-company.ts';

export interface ExportInput {
  readonly staff: Staff;
  readonly role: StaffRole;
  readonly purposeId: PurposeId;
  readonly conditions?: SegmentConditions | undefined;
  readonly reason: string;
  /** Columns of the file: only these leave. Absent: all that each person permits. */
  readonly fields?: readonly FieldId[] | undefined;
}

export interface ExportBatch {
  readonly people: readonly DisclosedPerson[];
}

const BATCH = 250;

/**
 * Columns of the file, known before the first row is read: what the purpose
 * asks for now, then what earlier versions asked for whose grants may still be
 * used.
 */
export async function exportFields(
  core: Pick<Core, 'storage' | 'world'>,
  { staff, purposeId }: Pick<ExportInput, 'staff' | 'purposeId'>,
): Promise<FieldId[]> {
  const { purpose } = core.storage.read;
  const known = await purpose.find(purposeId);
  if (!known || known.companyId !== staff.companyId) throw new NotFoundError();
  const at = core.world.now();
  const usable = (await purpose.versions(purposeId))
    .filter(({ usableUntil }) => usableUntil === null || usableUntil > at)
    .sort((a, b) => b.version - a.version);
  const asked = known.basis === 'consent' ? usable : usable.slice(0, 1);
  return [...new Set(asked.flatMap(({ content }) => content.fields.map(({ field }) => field)))];
}

/**
 * Everybody permitted, batch by batch: each batch is decided, recorded and
 * committed before it is opened and released, so that a file cut short names
 * nobody too few in the records. A withdrawal in the middle keeps the person
 * out of every later batch. Nothing is read before it is asked for. A closing
 * entry states the total, also when the reader goes away in the middle.
 */
export async function* exportPeople(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: ExportInput,
): AsyncGenerator<ExportBatch> {
  const runId = core.world.newId();
  let afterSubject: SubjectId | null = null;
  let total = 0;
  try {
    for (;;) {
      const batch: DisclosedBatch = await discloseToCompany(core, {
        staff: input.staff,
        role: input.role,
        purposeId: input.purposeId,
        how: 'export',
        reason: input.reason,
        runId,
        people: { conditions: input.conditions, afterSubject, limit: BATCH },
        fields: input.fields,
      });
      if (batch.lastSubject === null) break;
      total += batch.people.length;
      afterSubject = batch.lastSubject;
      yield { people: batch.people };
    }
  } finally {
    await closeExport(core, input, runId, total);
  }
}

async function closeExport(
  core: Pick<Core, 'sequencer'>,
  input: ExportInput,
  runId: string,
  total: number,
): Promise<void> {
  const { staff, purposeId } = input;
  await core.sequencer.submit(async ({ append }) => {
    append({
      companyId: staff.companyId,
      relationship: null,
      purposeId,
      body: {
        kind: 'disclosure-closed',
        batch: runId,
        how: 'export',
        purpose: purposeId,
        version: null,
        fields: [],
        root: '',
        count: total,
        staff: staff.pseudonym,
        role: input.role,
        reason: input.reason,
      },
    });
  });
}
