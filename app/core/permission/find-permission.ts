import type { Channel } from '#schema/channel.ts';
import type { CompanyId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Permission } from '#schema/permission.ts';
import type { Topic } from '#schema/topic.ts';
import type { Consent } from '../consent/consent.ts';
import { undecided } from '../consent/decide-consent.ts';
import { type EffectivePreference, effectivePreference } from '../preference/effective-preference.ts';
import { FREQUENCY_WINDOW_MS } from '../preference/frequency.ts';
import type { Purpose, PurposeVersion } from '../purpose/purpose.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import { addMs } from '../shared/calendar.ts';
import type { Readers } from '../shared/storage.ts';
import { decidePermission, type PermissionCase } from './decide-permission.ts';

/**
 * Gathers what the decision depends on and asks it: for one relationship,
 * purpose and instant; with a channel also whether a message may go out now,
 * with a topic also whether it may be about that.
 */
export async function findPermission(
  read: Pick<Readers, 'customer' | 'preference' | 'purpose' | 'consent' | 'use'>,
  relationship: Relationship,
  purpose: Purpose,
  at: Instant,
  channel?: Channel,
  topic?: Topic,
): Promise<Permission> {
  const consent = await read.consent.find(relationship.id, purpose.id);
  const version = await scopeVersion(read, purpose, consent);
  return decidePermission({
    ...(await personCase(read, relationship)),
    ...answerCase(purpose, consent, version),
    uses: channel ? await usesBefore(read, relationship, at) : [],
    at,
    channel,
    topic,
  });
}

/** When this company addressed the person in the last seven days. */
export function usesBefore(
  read: Pick<Readers, 'use'>,
  { id }: Relationship,
  at: Instant,
): Promise<Instant[]> {
  return read.use.instants(id, addMs(at, -FREQUENCY_WINDOW_MS), at);
}

/** What concerns the person, shared by all purposes of a relationship; earlier messages are read by who asks for a channel. */
export async function personCase(read: Pick<Readers, 'customer' | 'preference'>, relationship: Relationship) {
  const customer = await read.customer.find(relationship.customerId);
  if (!customer) throw new NotFoundError();
  const verifications = await read.customer.verifications(customer.id);
  const preference = await findPreference(read, customer.id, relationship.companyId);
  return {
    customerStatus: customer.status,
    customerRestrictedAt: customer.restrictedAt,
    relationshipEndedAt: relationship.endedAt,
    relationshipRestrictedAt: relationship.restrictedAt,
    underAge: relationship.underAge,
    pausedUntil: relationship.pausedUntil,
    ...wishesOf(preference),
    verifiedChannels: verifications.map(({ channel }) => channel),
    uses: [] as readonly Instant[],
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
          topics: version.content.topics ?? null,
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
export async function findPreference(
  read: Pick<Readers, 'preference'>,
  customerId: Relationship['customerId'],
  companyId: CompanyId,
): Promise<EffectivePreference> {
  const own = await read.preference.find(customerId, companyId);
  return effectivePreference(own, await read.preference.find(customerId, null));
}

/** Of a preference what the decision asks for beside the pause, which each relationship keeps. */
export function wishesOf({ channelsOff, topicsOff, quietHours, mostPerWeek }: EffectivePreference) {
  return { channelsOff, topicsOff, quietHours, mostPerWeek } satisfies Partial<PermissionCase>;
}
