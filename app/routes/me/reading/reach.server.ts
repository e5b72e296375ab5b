import { findReach, type ReachLine } from '#app/core/permission/find-reach.ts';
import { findStandings, type PurposeStanding } from '#app/core/permission/find-standings.ts';
import { type ProfileEntries, readOwn } from '#app/core/vault/doors/read-own.ts';
import type { ReachCompany, ReachView } from '#app/screens/me/reach.tsx';
import { CHANNELS } from '#schema/channel.ts';
import { nameOf } from './find-company.server.ts';
import { titleOf } from './lines.server.ts';
import { ADDRESS_GROUPS, waysWithoutTarget } from './silent-ways.server.ts';
import type { Visit } from './visit.server.ts';

/** Company by company, as the decision answers at this moment. */
export async function readReach({ core, customer, at }: Visit): Promise<ReachView> {
  const { read } = core.storage;
  const companies: ReachCompany[] = [];
  const entries = await readOwn(core, customer.id, ADDRESS_GROUPS);
  for (const relationship of await read.relationship.ofCustomer(customer.id)) {
    const company = await read.company.find(relationship.companyId);
    if (!company) continue;
    const reach = await findReach(read, relationship, at);
    const standings = await findStandings(read, relationship, at);
    const closed = closedWays(standings, entries);
    const { pausedUntil, mostPerWeek, quietHours, uses, reportingSince, lines, planned } = reach;
    companies.push({
      ...nameOf(company),
      pausedUntil,
      mostPerWeek,
      quietHours,
      thisWeek: uses.length,
      lastUse:
        (await read.use.ofRelationship(relationship.id, 1)).map(({ at: when, channel, topic }) => ({
          at: when,
          channel,
          topic,
        }))[0] ?? null,
      reportingSince,
      channels: CHANNELS.flatMap((channel) => {
        const own = lines.filter(
          (line) =>
            line.channel === channel &&
            !closed.some((one) => one.channel === channel && one.purpose === line.purpose.slug),
        );
        return own.length > 0 ? [{ channel, lines: own.map((line) => lineOf(line, standings)) }] : [];
      }),
      closed,
      planned: planned.map(({ id, title, channel, topic, at: when }) => ({
        id,
        title,
        channel,
        topic,
        at: when,
      })),
    });
  }
  return { companies, manyCompanies: (await read.company.all()).length > 1 };
}

/** Ways that a running purpose names, whose address the company does not get or the profile does not have. */
function closedWays(standings: readonly PurposeStanding[], entries: ProfileEntries): ReachCompany['closed'] {
  return standings
    .filter(({ permission }) => permission.allowed)
    .flatMap((found) =>
      waysWithoutTarget(found, entries).map((way) => ({
        ...way,
        purpose: found.purpose.slug,
        title: titleOf(found),
      })),
    );
}

function lineOf({ purpose, version, topics, againAt }: ReachLine, standings: readonly PurposeStanding[]) {
  const found = standings.find((one) => one.purpose.id === purpose.id);
  return {
    purpose: purpose.slug,
    title: found ? titleOf(found) : version.content.title,
    // Named only where the purpose names them: "about everything" is no list.
    topics: version.content.topics ? topics : null,
    againAt,
  };
}
