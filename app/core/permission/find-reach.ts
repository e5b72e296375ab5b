import { CHANNELS, type Channel } from '#schema/channel.ts';
import type { Instant } from '#schema/instant.ts';
import type { QuietHours } from '#schema/preference.ts';
import { TOPICS, type Topic } from '#schema/topic.ts';
import type { PlannedContact } from '../planned-contact/planned-contact-store.ts';
import type { Purpose, PurposeVersion } from '../purpose/purpose.ts';
import type { Relationship } from '../relationship/relationship.ts';
import type { Readers } from '../shared/storage.ts';
import { decidePermission, type PermissionCase } from './decide-permission.ts';
import { answerCase, personCase, usesBefore } from './find-permission.ts';
import { findStandings, type PurposeStanding } from './find-standings.ts';

/** One way in which one purpose may reach the customer. */
export interface ReachLine {
  readonly purpose: Purpose;
  readonly version: PurposeVersion;
  readonly channel: Channel;
  /** What it may be about. */
  readonly topics: readonly Topic[];
  /** Null: now. Else quiet hours or the most messages a week stand before it until then. */
  readonly againAt: Instant | null;
}

export interface Reach {
  readonly pausedUntil: Instant | null;
  readonly mostPerWeek: number | null;
  readonly quietHours: QuietHours | null;
  /** Contacts of the last seven days, newest first. */
  readonly uses: readonly Instant[];
  /** Since when the company reports every contact; null: a limit is asked of it, nobody checks. */
  readonly reportingSince: Instant | null;
  readonly lines: readonly ReachLine[];
  /** Only what would be permitted at its time, as things stand now. */
  readonly planned: readonly PlannedContact[];
}

type ReachReaders = Pick<
  Readers,
  'customer' | 'preference' | 'purpose' | 'consent' | 'use' | 'plannedContact'
>;

const MOST_PLANNED = 20;

/** What may reach one customer from one company: every way is put to the same decision that sending asks. */
export async function findReach(read: ReachReaders, relationship: Relationship, at: Instant): Promise<Reach> {
  const standings = await findStandings(read, relationship, at);
  const uses = await usesBefore(read, relationship, at);
  const person = { ...(await personCase(read, relationship)), uses };
  const ask = (standing: PurposeStanding, when: Pick<PermissionCase, 'at' | 'channel' | 'topic'>) =>
    decidePermission({
      ...person,
      ...answerCase(standing.purpose, standing.consent, standing.granted ?? standing.current),
      ...when,
    });
  const lines = standings.flatMap((standing) =>
    CHANNELS.flatMap((channel): ReachLine[] => {
      const answers = TOPICS.map((topic) => ({ topic, answer: ask(standing, { at, channel, topic }) }));
      const open = answers.filter(({ answer }) => answer.allowed || answer.againAt !== null);
      const [first] = open;
      if (!first) return [];
      const { purpose, granted, current } = standing;
      const topics = open.map(({ topic }) => topic);
      return [{ purpose, version: granted ?? current, channel, topics, againAt: first.answer.againAt }];
    }),
  );
  const { plannedContact } = read;
  const planned = (await plannedContact.next(relationship.companyId, at, MOST_PLANNED)).filter((one) => {
    const standing = standings.find(({ purpose }) => purpose.id === one.purposeId);
    return standing !== undefined && ask(standing, one).allowed;
  });
  return {
    pausedUntil: person.pausedUntil !== null && person.pausedUntil > at ? person.pausedUntil : null,
    mostPerWeek: person.mostPerWeek,
    quietHours: person.quietHours,
    uses,
    reportingSince: await read.use.reportingSince(relationship.companyId),
    lines,
    planned,
  };
}
