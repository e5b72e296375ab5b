import type { RequestId } from '#schema/ids.ts';
import type { RequestKind, RequestOrigin, SealedRequest } from '#schema/request.ts';
import type { Company } from '../company/company.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { restrictInside } from '../relationship/restrict-relationship.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { evidenceKeyId, PORTAL_KEY_ID, requestPlace } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';
import { addEvent } from './add-event.ts';
import type { CheckedFile } from './check-files.ts';
import { deadlineOf } from './due-date.ts';
import type { RightsRequest } from './request.ts';
import { mailCustomer, mailOfficers } from './request-mails.ts';

export interface BeginInput {
  readonly company: Company;
  readonly relationship: Relationship | null;
  readonly kind: RequestKind;
  readonly origin: RequestOrigin;
  /** Day of arrival where the company is. */
  readonly arrivedOn: string;
  readonly asked: SealedRequest;
  readonly files: readonly CheckedFile[];
  readonly by: Staff | 'customer';
}

/**
 * A request arrives: the clock runs from the day of arrival. A restriction
 * holds in the portal from this very commit on, whatever the company does
 * elsewhere; the person and the officers are told in the same transaction.
 */
export async function beginRequest(
  core: Pick<Core, 'keys' | 'world'>,
  act: ActContext,
  input: BeginInput,
): Promise<RequestId> {
  const { tx, at } = act;
  const { company, relationship, kind, origin, arrivedOn, asked, files, by } = input;
  const id = core.world.newId() as RequestId;
  const keyId = relationship ? evidenceKeyId(relationship.id) : PORTAL_KEY_ID;
  const { day, endsAt } = deadlineOf(arrivedOn, company.profile.jurisdiction);
  const request: RightsRequest = {
    id,
    companyId: company.id,
    relationshipId: relationship?.id ?? null,
    kind,
    origin,
    state: 'open',
    arrivedOn,
    dueOn: day,
    dueAt: endsAt,
    extendedAt: null,
    hold: null,
    createdAt: at,
    closedAt: null,
    remindedAt: null,
    keyId,
    sealed: sealJson(await core.keys.get(keyId), requestPlace(id), asked),
  };
  await tx.request.insert(request);
  await addEvent(core, act, request, { kind: 'received', by, until: day, files });
  if (kind === 'restriction' && relationship && relationship.endedAt === null) {
    const actor = by === 'customer' ? { kind: by, name: '' } : { kind: 'staff' as const, name: by.pseudonym };
    const method = origin === 'letter' || origin === 'phone' ? origin : 'web';
    const { customerId, companyId } = relationship;
    await restrictInside(act, { customerId, companyId, restricted: true }, actor, method);
  }
  await mailCustomer(core, act, request, 'request-received');
  await mailOfficers(core, act, request, 'request-new');
  return id;
}
