import type { Channel } from '#schema/channel.ts';
import type { CompanyId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Permission } from '#schema/permission.ts';
import type { Consent } from '../consent/consent.ts';
import { undecided } from '../consent/decide-consent.ts';
import type { Purpose, PurposeVersion } from '../purpose/purpose.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Readers } from '../shared/storage.ts';
import { decidePermission, type PermissionCase } from './decide-permission.ts';

/** Gathers what the decision depends on and asks it: for one relationship, purpose and instant. */
export async function findPermission(
  read: Pick<Readers, 'customer' | 'preference' | 'purpose' | 'consent'>,
  relationship: Relationship,
  purpose: Purpose,
  at: Instant,
  channel?: Channel,
): Promise<Permission> {
  const consent = await read.consent.find(relationship.id, purpose.id);
  const version = await scopeVersion(read, purpose, consent);
  return decidePermission({
    ...(await personCase(read, relationship)),
    ...answerCase(purpose, consent, version),
    at,
    channel,
  });
}

/** What concerns the person, shared by all purposes of a relationship. */
export async function personCase(read: Pick<Readers, 'customer' | 'preference'>, relationship: Relationship) {
  const customer = await read.customer.find(relationship.customerId);
  if (!customer) throw new NotFoundError();
  const verifications = await read.customer.verifications(customer.id);
  return {
    customerStatus: customer.status,
    customerRestrictedAt: customer.restrictedAt,
    relationshipEndedAt: relationship.endedAt,
    relationshipRestrictedAt: relationship.restrictedAt,
    pausedUntil: relationship.pausedUntil,
    channelsOff: await effectiveChannelsOff(read, customer.id, relationship.companyId),
    verifiedChannels: verifications.map(({ channel }) => channel),
  } satisfies Partial<PermissionCase>;
}

export function answerCase(
  purpose: Purpose,
  consent: Consent | undefined,
  version: PurposeVersion | undefined,
) {
  return {
    basis: purpose.basis,
    purposeRetiredAt: purpose.retiredAt,
    standing: consent?.standing ?? undecided(purpose.basis),
    noSince: consent?.noSince ?? null,
    scope: version
      ? {
          fields: version.content.fields.map(({ field }) => field),
          channels: version.content.channels,
          usableUntil: version.usableUntil,
        }
      : null,
  } satisfies Partial<PermissionCase>;
}

/** A grant is measured by its own version; an objection purpose by the current one. */
async function scopeVersion(read: Pick<Readers, 'purpose'>, purpose: Purpose, consent: Consent | undefined) {
  const granted = purpose.basis === 'consent' ? consent?.standing.versionId : null;
  return granted ? read.purpose.version(granted) : read.purpose.currentVersion(purpose.id);
}

/** The override of this company, else the default. */
export async function effectiveChannelsOff(
  read: Pick<Readers, 'preference'>,
  customerId: Relationship['customerId'],
  companyId: CompanyId,
): Promise<readonly Channel[]> {
  const own = await read.preference.find(customerId, companyId);
  return own.channelsOff ?? (await read.preference.find(customerId, null)).channelsOff ?? [];
}
