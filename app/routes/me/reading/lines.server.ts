import type { Company } from '#app/core/company/company.ts';
import { findStandings, type PurposeStanding } from '#app/core/permission/find-standings.ts';
import { isAdvertising } from '#app/core/purpose/is-advertising.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { CompanyLines, PurposeLine } from '#app/screens/me/view.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

/** A company with everything that stands between it and the customer. */
export interface ConnectedCompany {
  readonly company: Company;
  readonly relationship: Relationship;
  readonly standings: readonly PurposeStanding[];
}

export async function readConnected(
  core: Pick<Core, 'storage'>,
  customerId: CustomerId,
  at: Instant,
): Promise<ConnectedCompany[]> {
  const { read } = core.storage;
  const connected: ConnectedCompany[] = [];
  for (const relationship of await read.relationship.ofCustomer(customerId)) {
    const company = await read.company.find(relationship.companyId);
    if (company) {
      const standings = await findStandings(read, relationship, at);
      connected.push({ company, relationship, standings });
    }
  }
  return connected;
}

interface LinesCase extends Pick<ConnectedCompany, 'company' | 'standings'> {
  readonly relationship: Pick<Relationship, 'createdAt' | 'pausedUntil'>;
}

export function linesOf({ company, relationship, standings }: LinesCase, at: Instant): CompanyLines {
  const pausedUntil = runningPause(relationship.pausedUntil, at);
  return {
    slug: company.slug,
    name: company.profile.name,
    since: relationship.createdAt,
    pausedUntil,
    purposes: standings.map((standing) => lineOf(standing, pausedUntil)),
    advertises: standings.some((standing) => runs(standing) && isAdvertising(standing.current.content)),
  };
}

export function lineOf(standing: PurposeStanding, pausedUntil: Instant | null): PurposeLine {
  const { purpose, current, granted, permission } = standing;
  const { state, fields, channels, decidedAt, expiresAt } = standing.standing;
  const { content, usableUntil } = granted ?? current;
  // A correction mends the words of a yes without changing it: then today's words are its name.
  const { title } = usableUntil === null ? current.content : content;
  const chosen = state === 'granted' || state === 'pending';
  return {
    slug: purpose.slug,
    title,
    basis: purpose.basis,
    state,
    since: decidedAt,
    until: granted && usableUntil && (!expiresAt || usableUntil < expiresAt) ? usableUntil : expiresAt,
    fields: chosen ? fields : content.fields.map(({ field }) => field),
    channels: chosen ? channels : content.channels,
    allowed: permission.allowed,
    reason: permission.reason,
    pausedUntil: permission.reason === 'paused' ? pausedUntil : null,
  };
}

/** Something that "take back" would end. */
export function runs({ standing }: Pick<PurposeStanding, 'standing'>): boolean {
  return standing.state === 'granted' || standing.state === 'pending' || standing.state === 'open';
}

/** A pause that is over is none. */
export function runningPause(until: Instant | null, at: Instant): Instant | null {
  return until !== null && until > at ? until : null;
}
