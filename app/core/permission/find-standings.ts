import type { ConsentStanding } from '#schema/consent.ts';
import type { Instant } from '#schema/instant.ts';
import type { Permission } from '#schema/permission.ts';
import type { Consent } from '../consent/consent.ts';
import { isOver, undecided } from '../consent/decide-consent.ts';
import type { Purpose, PurposeVersion } from '../purpose/purpose.ts';
import type { Relationship } from '../relationship/relationship.ts';
import type { Readers } from '../shared/storage.ts';
import { decidePermission } from './decide-permission.ts';
import { answerCase, personCase } from './find-permission.ts';

/** One purpose as it stands for one customer, with what may be done because of it. */
export interface PurposeStanding {
  readonly purpose: Purpose;
  /** The version that is asked for now. */
  readonly current: PurposeVersion;
  /** The version that a running grant was given for; null without one. */
  readonly granted: PurposeVersion | null;
  readonly consent: Consent | undefined;
  /** As stored, but a term that is over reads `expired` at once, not when a job gets round to it. */
  readonly standing: ConsentStanding;
  readonly permission: Permission;
}

type StandingReaders = Pick<Readers, 'customer' | 'preference' | 'purpose' | 'consent'>;

/**
 * Everything one company may and may not do with one customer's data at `at`:
 * the company's purposes in its order, retired ones only where the customer
 * once decided. Asks the same decision as every other reader.
 */
export async function findStandings(
  read: StandingReaders,
  relationship: Relationship,
  at: Instant,
): Promise<PurposeStanding[]> {
  const person = await personCase(read, relationship);
  const consents = await read.consent.ofRelationship(relationship.id);
  const standings: PurposeStanding[] = [];
  for (const { purpose, version: current } of await read.purpose.all(relationship.companyId)) {
    const consent = consents.find(({ purposeId }) => purposeId === purpose.id);
    if (purpose.retiredAt && !consent) continue;
    const stored = consent?.standing ?? undecided(purpose.basis);
    const grantedId = purpose.basis === 'consent' ? stored.versionId : null;
    const scope =
      grantedId && grantedId !== current.id ? ((await read.purpose.version(grantedId)) ?? current) : current;
    const runs = stored.state === 'granted' && !isOver(stored, at);
    standings.push({
      purpose,
      current,
      granted: runs && purpose.basis === 'consent' ? scope : null,
      consent,
      standing: stored.state === 'granted' && !runs ? { ...stored, state: 'expired' } : stored,
      permission: decidePermission({ ...person, ...answerCase(purpose, consent, scope), at }),
    });
  }
  return standings;
}
