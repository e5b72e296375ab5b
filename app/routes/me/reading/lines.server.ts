import type { Company } from '#app/core/company/company.ts';
import { findStandings, type PurposeStanding } from '#app/core/permission/find-standings.ts';
import { isAdvertising } from '#app/core/purpose/is-advertising.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { ProfileEntries } from '#app/core/vault/doors/read-own.ts';
import type { CompanyLines, PurposeLine } from '#app/screens/me/view.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LocalizedText } from '#schema/language.ts';
import { emptyDetails } from './empty-details.server.ts';
import { waysWithoutAddress } from './silent-ways.server.ts';

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

/** @param entries with what running yeses need, where the page tells what is missing */
export function linesOf(
  { company, relationship, standings }: LinesCase,
  at: Instant,
  entries?: ProfileEntries,
): CompanyLines {
  const pausedUntil = runningPause(relationship.pausedUntil, at);
  return {
    slug: company.slug,
    name: company.profile.name,
    since: relationship.createdAt,
    pausedUntil,
    purposes: standings.map((standing) => lineOf(standing, pausedUntil, entries)),
    advertises: standings.some((standing) => runs(standing) && isAdvertising(standing.current.content)),
  };
}

export function lineOf(
  standing: PurposeStanding,
  pausedUntil: Instant | null,
  entries?: ProfileEntries,
): PurposeLine {
  const { purpose, current, granted, permission } = standing;
  const { state, fields, channels, decidedAt, expiresAt } = standing.standing;
  const { content, usableUntil } = granted ?? current;
  const chosen = state === 'granted' || state === 'pending';
  const closed = waysWithoutAddress(standing);
  const named = (chosen ? channels : content.channels).filter((channel) => !closed.includes(channel));
  return {
    slug: purpose.slug,
    title: titleOf(standing),
    basis: purpose.basis,
    state,
    since: decidedAt,
    until: granted && usableUntil && (!expiresAt || usableUntil < expiresAt) ? usableUntil : expiresAt,
    fields: chosen ? fields : content.fields.map(({ field }) => field),
    channels: named,
    allowed: permission.allowed,
    reason: permission.reason,
    pausedUntil: permission.reason === 'paused' ? pausedUntil : null,
    quiet: quietOf(standing),
    empty: entries ? emptyDetails(standing, entries) : [],
  };
}

/** A correction mends the words of a yes without changing it: then today's words are its name. */
export function titleOf({ granted, current }: Pick<PurposeStanding, 'granted' | 'current'>): LocalizedText {
  const { content, usableUntil } = granted ?? current;
  return usableUntil === null ? current.content.title : content.title;
}

/** Permitted, and yet nothing comes: as the decision itself says. */
function quietOf({ permission, standing, granted, current }: PurposeStanding): PurposeLine['quiet'] {
  const { content } = granted ?? current;
  const named = granted ? standing.channels : content.channels;
  if (!permission.allowed || named.length === 0 || permission.channels.length > 0) return null;
  return permission.topics.length === 0 ? { topics: content.topics ?? null } : 'no-way';
}

/** Something that "take back" would end. */
export function runs({ standing }: Pick<PurposeStanding, 'standing'>): boolean {
  return standing.state === 'granted' || standing.state === 'pending' || standing.state === 'open';
}

/** A pause that is over is none. */
export function runningPause(until: Instant | null, at: Instant): Instant | null {
  return until !== null && until > at ? until : null;
}
