import type { ConsentStanding } from '#schema/consent.ts';
import type { Instant } from '#schema/instant.ts';
import type { Permission } from '#schema/permission.ts';
import type { Preference } from '#schema/preference.ts';
import { isOver, undecided } from '../consent/decide-consent.ts';
import { emptyFold, type FoldedRelationship, foldRecord } from '../ledger/fold-log.ts';
import { preferenceOfRecord } from '../preference/effective-preference.ts';
import type { Purpose, PurposeVersion } from '../purpose/purpose.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Readers } from '../shared/storage.ts';
import type { OpenedEntry } from '../vault/doors/open-evidence.ts';
import { decidePermission } from './decide-permission.ts';
import { wishesOf } from './find-permission.ts';

/** One purpose as it stood at an instant. */
export interface StandingAsOf {
  readonly purpose: Purpose;
  /** The version that was asked for then. */
  readonly asked: PurposeVersion;
  /** The version that a running grant was given for; null without one. */
  readonly granted: PurposeVersion | null;
  /** As its entries say; a term that was over reads `expired`. */
  readonly standing: ConsentStanding;
  readonly permission: Permission;
}

export interface StateAsOf {
  readonly connected: boolean;
  readonly restricted: boolean;
  readonly pausedUntil: Instant | null;
  /** As the last entry said it; null: nothing was said. */
  readonly preference: Preference | null;
  readonly standings: readonly StandingAsOf[];
}

/**
 * What one company might and might not do with one customer's data at an
 * instant, computed from the opened chain alone, cut there: not from the
 * tables of current state. What is no part of the chain (confirmed address,
 * verified channels) is read with its own date.
 */
export async function stateAsOf(
  read: Pick<Readers, 'customer' | 'purpose'>,
  relationship: Relationship,
  chain: readonly OpenedEntry[],
  at: Instant,
): Promise<StateAsOf> {
  const fold = emptyFold();
  for (const { entry, record } of chain)
    if (record.at <= at) foldRecord(fold, record, entry.index, entry.leaf.toString('hex'));
  const person = await personAsOf(read, relationship, fold, at);
  const standings: StandingAsOf[] = [];
  for (const { purpose } of await read.purpose.all(relationship.companyId)) {
    const versions = (await read.purpose.versions(purpose.id)).filter(({ releasedAt }) => releasedAt <= at);
    const asked = versions.at(-1);
    const folded = fold.consents.get(purpose.id);
    if (!asked || (purpose.retiredAt && purpose.retiredAt <= at && !folded)) continue;
    const standing = folded?.standing ?? undecided(purpose.basis);
    const consented = purpose.basis === 'consent' && standing.versionId !== null;
    const scope = (consented && versions.find(({ id }) => id === standing.versionId)) || asked;
    const runs = standing.state === 'granted' && !isOver(standing, at);
    standings.push({
      purpose,
      asked,
      granted: runs && purpose.basis === 'consent' ? scope : null,
      standing: standing.state === 'granted' && !runs ? { ...standing, state: 'expired' } : standing,
      permission: decidePermission({
        ...person,
        at,
        basis: purpose.basis,
        purposeRetiredAt: purpose.retiredAt,
        standing,
        noSince: folded?.noSince ?? null,
        scope: {
          fields: scope.content.fields.map(({ field }) => field),
          channels: scope.content.channels,
          topics: scope.content.topics ?? null,
          usableUntil: usableUntilAsOf(scope, versions),
        },
      }),
    });
  }
  const { connected, restricted } = fold;
  return { connected, restricted, pausedUntil: person.pausedUntil, preference: fold.preference, standings };
}

async function personAsOf(
  read: Pick<Readers, 'customer'>,
  relationship: Relationship,
  fold: FoldedRelationship,
  at: Instant,
) {
  const customer = await read.customer.find(relationship.customerId);
  if (!customer) throw new NotFoundError();
  const verifications = await read.customer.verifications(customer.id);
  const confirmed = customer.confirmedAt !== null && customer.confirmedAt <= at;
  const status = customer.status === 'active' && !confirmed ? 'unconfirmed' : customer.status;
  const restrictedThen = customer.restrictedAt !== null && customer.restrictedAt <= at;
  return {
    customerStatus: status,
    customerRestrictedAt: restrictedThen ? customer.restrictedAt : null,
    relationshipEndedAt: fold.connected ? null : (relationship.endedAt ?? at),
    relationshipRestrictedAt: fold.restricted ? (relationship.restrictedAt ?? at) : null,
    // Asked rarely and never kept as a history: counted from the day of the last answer.
    underAge: relationship.underAge && customer.age.answeredAt !== null && customer.age.answeredAt <= at,
    pausedUntil: fold.preference?.pausedUntil ?? null,
    ...wishesOf(preferenceOfRecord(fold.preference)),
    uses: [],
    verifiedChannels: verifications
      .filter(({ verifiedAt }) => verifiedAt <= at)
      .map(({ channel }) => channel),
  };
}

/** An end that a later release has set is no end yet before that release. */
function usableUntilAsOf(scope: PurposeVersion, released: readonly PurposeVersion[]): Instant | null {
  return released.some(({ version, kind }) => version > scope.version && kind === 'change')
    ? scope.usableUntil
    : null;
}
