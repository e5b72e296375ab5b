import type { DisclosureKind } from '#schema/disclosure.ts';
import type { FieldId } from '#schema/field.ts';
import type { DisclosureId, PurposeId, SubjectId } from '#schema/ids.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import type { StaffRole } from '#schema/staff.ts';
import { batchRoot, commitSubject } from '../ledger/disclosure-commitment.ts';
import { SALT_BYTES } from '../ledger/leaf.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { batchSaltPlace, PORTAL_KEY_ID } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';
import { permittedRows, type RecordedRow } from './permitted-rows.ts';

export interface DiscloseInput {
  readonly staff: Staff;
  readonly role: StaffRole;
  readonly purposeId: PurposeId;
  readonly how: DisclosureKind;
  readonly reason: string;
  /** Batches of one export share it. */
  readonly runId: string;
  /** Which people: named ones, or the next page of everybody (of a segment). */
  readonly people:
    | { readonly subjects: readonly SubjectId[] }
    | {
        readonly conditions?: SegmentConditions | undefined;
        readonly afterSubject: SubjectId | null;
        readonly limit: number;
      };
  /** Absent: all fields of the purpose. */
  readonly fields?: readonly FieldId[] | undefined;
}

export interface RecordedBatch {
  readonly id: DisclosureId;
  /** In the purpose's order. */
  readonly fields: readonly FieldId[];
  readonly rows: readonly RecordedRow[];
}

/**
 * Decides who is permitted now, takes their sealed bytes from the same
 * instant, and writes the disclosure with its ledger entry. Undefined: nobody
 * is permitted, nothing is written. Opens nothing.
 */
export async function recordDisclosure(
  core: Pick<Core, 'keys' | 'world'>,
  { tx, at, append }: ActContext,
  input: DiscloseInput,
): Promise<RecordedBatch | undefined> {
  const { staff } = input;
  const purpose = await tx.purpose.find(input.purposeId);
  // The same answer for another company's purpose, a missing one and a missing role.
  if (
    !purpose ||
    !staff.companyId ||
    purpose.companyId !== staff.companyId ||
    !staff.roles.includes(input.role)
  ) {
    throw new NotFoundError();
  }
  const version = await tx.purpose.currentVersion(purpose.id);
  if (!version) throw new NotFoundError();
  const rows = await permittedRows(tx, { companyId: staff.companyId, purposeId: purpose.id, at }, input);
  if (rows.length === 0) return undefined;

  const id = core.world.newId() as DisclosureId;
  const salt = core.world.randomBytes(SALT_BYTES);
  const commitments = rows.map(({ person, fields }) => commitSubject(salt, person.subject, { fields }));
  const fields = orderOf(
    version.content.fields.map(({ field }) => field),
    rows.flatMap((row) => row.fields),
  );
  const ledgerIndex = append({
    companyId: staff.companyId,
    relationship: null,
    purposeId: purpose.id,
    versionId: version.id,
    body: {
      kind: 'disclosed',
      batch: id,
      how: input.how,
      purpose: purpose.id,
      version: version.version,
      fields,
      root: batchRoot(commitments).toString('hex'),
      count: rows.length,
      staff: staff.pseudonym,
      role: input.role,
      reason: input.reason,
    },
  });
  const portalKey = await core.keys.get(PORTAL_KEY_ID);
  await tx.disclosure.insert(
    {
      id,
      runId: input.runId,
      ledgerIndex,
      companyId: staff.companyId,
      staffId: staff.id,
      role: input.role,
      purposeId: purpose.id,
      version: version.version,
      how: input.how,
      fields,
      reason: input.reason,
      saltSealed: sealJson(portalKey, batchSaltPlace(id), salt.toString('base64')),
      count: rows.length,
      at,
    },
    rows.map(({ person, fields }, position) => ({ relationshipId: person.relationshipId, position, fields })),
  );
  return { id, fields, rows };
}

/** Each field once, in the purpose's order; granted fields that it no longer asks for come last. */
function orderOf(order: readonly FieldId[], fields: readonly FieldId[]): FieldId[] {
  const present = new Set(fields);
  return [
    ...order.filter((field) => present.has(field)),
    ...[...present].filter((field) => !order.includes(field)),
  ];
}
