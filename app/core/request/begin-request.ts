import type { DecisionMethod } from '#schema/consent.ts';
import type { RequestId } from '#schema/ids.ts';
import type { RequestKind, RequestOrigin, SealedRequest } from '#schema/request.ts';
import type { Company } from '../company/company.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { openRecallInside } from '../recall/open-recall.ts';
import type { Recall } from '../recall/recall.ts';
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
  const recall = await passOn(act, input);
  if (recall) await addEvent(core, act, request, { kind: 'passed-on', by: 'system' });
  await mailCustomer(core, act, request, 'request-received');
  await mailOfficers(core, act, request, 'request-new');
  return id;
}

/** What the company has received already must be corrected or left alone there too (GDPR Art. 19). */
async function passOn(
  act: ActContext,
  { kind, relationship, origin, by }: BeginInput,
): Promise<Recall | undefined> {
  if (!relationship) return undefined;
  const { customerId, companyId } = relationship;
  if (kind === 'rectification')
    return openRecallInside(act, { relationship, kind: 'rectified', purposeId: null, fields: null });
  if (kind !== 'restriction' || relationship.endedAt !== null) return undefined;
  const actor = by === 'customer' ? { kind: by, name: '' } : { kind: 'staff' as const, name: by.pseudonym };
  return restrictInside(act, { customerId, companyId, restricted: true }, actor, methodOf(origin));
}

export function methodOf(origin: RequestOrigin): DecisionMethod {
  return origin === 'letter' || origin === 'phone' ? origin : 'web';
}
