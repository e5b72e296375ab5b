import type { Channel } from '#schema/channel.ts';
import type { PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { isConsentRecord } from '../ledger/fold-log.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { ANSWER_MONTHS } from '../request/request.ts';
import { NotFoundError } from '../shared/app-error.ts';
import { addMonths } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import type { Readers } from '../shared/storage.ts';
import { openEntries } from '../vault/doors/open-evidence.ts';
import { type ProvedUse, proofEnd, recallProofEnd } from './proof-end.ts';

type ProofReaders = Pick<Readers, 'company' | 'ledger' | 'disclosure' | 'purpose' | 'request' | 'use'>;

/**
 * Until when the proof of this relationship is kept once it ends at `endedAt`:
 * counted from the last yes and the last time something was given on under it,
 * for each purpose, by the channels it was given for; and long enough for the
 * company to say that it deleted what it had received, and for a claim about
 * the answer to a right that was asked for.
 */
export async function readProofEnd(
  core: Pick<Core, 'keys'>,
  read: ProofReaders,
  relationship: Relationship,
  endedAt: Instant,
): Promise<Instant> {
  const company = await read.company.find(relationship.companyId);
  if (!company) throw new NotFoundError();
  const uses = new Map<PurposeId, { readonly at: Instant; readonly channels: ReadonlySet<Channel | null> }>();
  const note = (purposeId: PurposeId, at: Instant, channels: Iterable<Channel | null>) => {
    const use = uses.get(purposeId) ?? { at, channels: new Set<Channel | null>([null]) };
    uses.set(purposeId, { at: at > use.at ? at : use.at, channels: new Set([...use.channels, ...channels]) });
  };
  const entries = (await read.ledger.ofRelationship(relationship.id)).filter(({ kind }) => YES.has(kind));
  for (const { entry, record } of await openEntries(core, entries)) {
    if (!entry.purposeId || !isConsentRecord(record) || record.standing.state !== 'granted') continue;
    note(entry.purposeId, record.at, record.standing.channels);
  }
  const received = await read.disclosure.received(relationship.id);
  for (const { purposeId, lastAt } of received) {
    // Without a yes it was an objection purpose: what it may address by stands in its text.
    const version = uses.has(purposeId) ? undefined : await read.purpose.currentVersion(purposeId);
    note(purposeId, lastAt, version?.content.channels ?? []);
  }
  const all = [...uses.values()].flatMap(({ at, channels }) =>
    [...channels].map((channel): ProvedUse => ({ channel, at })),
  );
  all.push(...(await read.use.lastUses(relationship.id)));
  const ends = [proofEnd(company.profile.jurisdiction, all, endedAt)];
  if (received.length > 0) ends.push(recallProofEnd(endedAt));
  for (const { closedAt } of await read.request.ofRelationship(relationship.id))
    ends.push(addMonths(closedAt ?? endedAt, ANSWER_MONTHS));
  return ends.reduce((latest, end) => (end > latest ? end : latest));
}

const YES: ReadonlySet<string> = new Set(['granted', 'changed', 'undone']);
