import type { FieldId } from '#schema/field.ts';
import type { PurposeId, SubjectId } from '#schema/ids.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import type { StaffRole } from '#schema/staff.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { type DisclosedPerson, discloseToCompany } from '../vault/doors/disclose-to-company.ts';

export interface ExportInput {
  readonly staff: Staff;
  readonly role: StaffRole;
  readonly purposeId: PurposeId;
  readonly conditions?: SegmentConditions | undefined;
  readonly reason: string;
}

export interface ExportBatch {
  readonly people: readonly DisclosedPerson[];
}

const BATCH = 250;

/** Columns of the file: fields the purpose's current version asks for. Known before the first row is read. */
export async function exportFields(
  core: Pick<Core, 'storage'>,
  { staff, purposeId }: ExportInput,
): Promise<FieldId[]> {
  const { purpose } = core.storage.read;
  const known = await purpose.find(purposeId);
  if (!known || known.companyId !== staff.companyId) throw new NotFoundError();
  const version = await purpose.currentVersion(purposeId);
  return version?.content.fields.map(({ field }) => field) ?? [];
}

/**
 * Everybody permitted, batch by batch: each batch is decided, recorded and
 * committed before it is opened and released, so that a file cut short names
 * nobody too few in the records. A withdrawal in the middle keeps the person
 * out of every later batch. A closing entry states the total.
 */
export async function* exportPeople(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: ExportInput,
): AsyncGenerator<ExportBatch> {
  const runId = core.world.newId();
  let afterSubject: SubjectId | null = null;
  let total = 0;
  for (;;) {
    const batch = await discloseToCompany(core, {
      staff: input.staff,
      role: input.role,
      purposeId: input.purposeId,
      how: 'export',
      reason: input.reason,
      runId,
      people: { conditions: input.conditions, afterSubject, limit: BATCH },
    });
    const last = batch.people.at(-1);
    if (!last) break;
    total += batch.people.length;
    afterSubject = last.subject;
    yield { people: batch.people };
  }
  await closeExport(core, input, runId, total);
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
