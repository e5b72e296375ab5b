import type { Channel } from '#schema/channel.ts';
import type { DisclosureKind } from '#schema/disclosure.ts';
import type { FieldId } from '#schema/field.ts';
import type { DisclosureId, PurposeId, SubjectId } from '#schema/ids.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import type { StaffRole } from '#schema/staff.ts';
import { batchRoot, commitSubject } from '../ledger/disclosure-commitment.ts';
import { SALT_BYTES } from '../ledger/leaf.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import type { PermittedPerson } from '../permission/people-store.ts';
import { reachableChannels } from '../permission/reachable-channels.ts';
import { groupsOf } from '../profile/derive-value.ts';
import type { SealedGroup } from '../profile/profile-store.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import type { Staff } from '../staff/staff.ts';
import { batchSaltPlace, PORTAL_KEY_ID } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';

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

/** One person of a recorded batch, still sealed. */
export interface RecordedRow {
  readonly person: PermittedPerson;
  readonly fields: readonly FieldId[];
  /** Channels on which the person may be addressed for this purpose at this instant. */
  readonly channels: readonly Channel[];
  readonly sealed: readonly SealedGroup[];
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

async function permittedRows(
  tx: Writers,
  query: Parameters<Writers['people']['page']>[0],
  { people: which, fields: wanted }: DiscloseInput,
): Promise<RecordedRow[]> {
  const people =
    'subjects' in which
      ? await tx.people.bySubjects(query, which.subjects)
      : await tx.people.page(
          which.conditions ? { ...query, conditions: which.conditions } : query,
          which.afterSubject,
          which.limit,
        );
  const customerIds = people.map(({ customerId }) => customerId);
  const asked = (fields: readonly FieldId[]) =>
    wanted ? fields.filter((field) => wanted.includes(field)) : fields;
  const contacts = await tx.people.contactFacts(customerIds, query.companyId);
  const sealed = await tx.profile.sealedGroups(
    customerIds,
    groupsOf(people.flatMap(({ fields }) => asked(fields))),
  );
  const byCustomer = new Map<string, SealedGroup[]>();
  for (const blob of sealed)
    byCustomer.set(blob.customerId, [...(byCustomer.get(blob.customerId) ?? []), blob]);
  return people.map((person) => {
    const contact = contacts.get(person.customerId);
    const fields = asked(person.fields);
    const groups = groupsOf(fields);
    return {
      person,
      fields,
      channels: reachableChannels(person, contact),
      sealed: (byCustomer.get(person.customerId) ?? []).filter(({ group }) => groups.includes(group)),
    };
  });
}

/** Each field once, in the purpose's order; granted fields that it no longer asks for come last. */
function orderOf(order: readonly FieldId[], fields: readonly FieldId[]): FieldId[] {
  const present = new Set(fields);
  return [
    ...order.filter((field) => present.has(field)),
    ...[...present].filter((field) => !order.includes(field)),
  ];
}
