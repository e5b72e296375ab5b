import { findReach, type ReachLine } from '#app/core/permission/find-reach.ts';
import type { ReachCompany, ReachView } from '#app/screens/me/reach.tsx';
import { CHANNELS } from '#schema/channel.ts';
import { nameOf } from './find-company.server.ts';
import type { Visit } from './visit.server.ts';

/** Company by company, as the decision answers at this moment. */
export async function readReach({ core, customer, at }: Visit): Promise<ReachView> {
  const { read } = core.storage;
  const companies: ReachCompany[] = [];
  for (const relationship of await read.relationship.ofCustomer(customer.id)) {
    const company = await read.company.find(relationship.companyId);
    if (!company) continue;
    const reach = await findReach(read, relationship, at);
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
        const own = lines.filter((line) => line.channel === channel);
        return own.length > 0 ? [{ channel, lines: own.map(lineOf) }] : [];
      }),
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

function lineOf({ purpose, version, topics, againAt }: ReachLine) {
  return {
    purpose: purpose.slug,
    title: version.content.title,
    // Named only where the purpose names them: "about everything" is no list.
    topics: version.content.topics ? topics : null,
    againAt,
  };
}
