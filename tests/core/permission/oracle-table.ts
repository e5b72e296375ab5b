import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { PermissionReason } from '#schema/permission.ts';
import type { LegalBasis } from '#schema/purpose.ts';
import type { Topic } from '#schema/topic.ts';
import type { Quiet, Scope } from './history.ts';
import { isQuiet, mayGoOutAt, tooMany } from './oracle-clock.ts';

export interface OracleAnswer {
  readonly allowed: boolean;
  readonly reason: PermissionReason;
  /** Sorted. */
  readonly fields: readonly FieldId[];
  /** Sorted. */
  readonly channels: readonly Channel[];
  /** Milliseconds since 1970. */
  readonly askAgainAt: number | null;
  /** Sorted. */
  readonly topics: readonly Topic[];
  /** Milliseconds since 1970; null: not told. */
  readonly againAt: number | null;
}

/** A version of a purpose, and until when a yes to it may be used. */
export interface Edition {
  readonly scope: Scope;
  readonly endsAt: number;
  /** Only other words than the edition before. */
  readonly corrects: boolean;
}

export interface Word {
  readonly says: 'yes' | 'unconfirmed yes' | 'no' | 'over';
  readonly at: number;
  readonly edition: number;
  readonly fields: readonly FieldId[];
  readonly channels: readonly Channel[];
  readonly runsUntil: number;
  /** A no that took back a yes. */
  readonly afterYes: boolean;
}

export interface OracleFacts {
  readonly at: number;
  readonly channel: Channel | undefined;
  readonly topic: Topic | undefined;
  readonly topicsOff: readonly Topic[];
  /** Messages in seven days; without end where there is no limit. */
  readonly most: number;
  readonly quiet: Quiet | null;
  readonly uses: readonly number[];
  readonly basis: LegalBasis;
  readonly ended: boolean;
  readonly confirmed: boolean;
  readonly restricted: boolean;
  readonly restrictedHere: boolean;
  readonly retired: boolean;
  /** Said to be too young for a yes to this company. */
  readonly young: boolean;
  readonly word: Word | undefined;
  /** Of the word, or the current one where nobody needs to say yes. */
  readonly edition: Edition | undefined;
  readonly paused: boolean;
  readonly off: readonly Channel[];
  readonly proved: readonly Channel[];
  readonly askAgainAt: number | null;
}

/** E-mail, SMS and phone count only once their owner has proved them. */
const NEEDS_PROOF: readonly Channel[] = ['email', 'sms', 'phone'];

const byConsent = ({ basis }: OracleFacts) => basis === 'consent';
const says = ({ word }: OracleFacts) => word?.says;

/** Why not, in the order in which it is told. */
const REFUSALS: readonly (readonly [PermissionReason, (facts: OracleFacts) => boolean])[] = [
  ['relationship-ended', ({ ended }) => ended],
  ['customer-unconfirmed', ({ confirmed }) => !confirmed],
  ['customer-restricted', ({ restricted }) => restricted],
  ['relationship-restricted', ({ restrictedHere }) => restrictedHere],
  ['basis-opens-no-data', ({ basis }) => basis === 'contract' || basis === 'legal-duty'],
  ['purpose-retired', ({ retired }) => retired],
  ['objected', (facts) => !byConsent(facts) && says(facts) === 'no'],
  ['under-age', (facts) => byConsent(facts) && facts.young],
  ['undecided', (facts) => byConsent(facts) && facts.word === undefined],
  ['pending', (facts) => byConsent(facts) && says(facts) === 'unconfirmed yes'],
  ['withdrawn', (facts) => byConsent(facts) && says(facts) === 'no' && facts.word?.afterYes === true],
  ['refused', (facts) => byConsent(facts) && says(facts) === 'no'],
  ['expired', (facts) => byConsent(facts) && says(facts) === 'over'],
  ['expired', (facts) => byConsent(facts) && (facts.word?.runsUntil ?? facts.at) <= facts.at],
  ['version-ended', (facts) => byConsent(facts) && (facts.edition?.endsAt ?? facts.at) <= facts.at],
  ['paused', ({ paused }) => paused],
];

const CHANNEL_REFUSALS: readonly (readonly [
  PermissionReason,
  (facts: OracleFacts, channel: Channel) => boolean,
])[] = [
  ['channel-not-granted', (facts, channel) => !named(facts).includes(channel)],
  ['channel-off', ({ off }, channel) => off.includes(channel)],
  ['channel-unverified', ({ proved }, channel) => NEEDS_PROOF.includes(channel) && !proved.includes(channel)],
  ['topic-off', (facts) => topicsLeft(facts).length === 0 && facts.topic === undefined],
];

/** Only for one message on its way. */
const MESSAGE_REFUSALS: typeof CHANNEL_REFUSALS = [
  ['topic-not-granted', (facts) => facts.topic !== undefined && !topicsAsked(facts).includes(facts.topic)],
  ['topic-off', ({ topic, topicsOff }) => topic !== undefined && topicsOff.includes(topic)],
  ['quiet-hours', ({ quiet, at }, channel) => RINGS.includes(channel) && isQuiet(quiet, at)],
  ['frequency-reached', ({ most, uses, at }) => tooMany(most, uses, at)],
];

const RINGS: readonly Channel[] = ['phone', 'sms'];
const EVERYTHING: readonly Topic[] = ['offers', 'news', 'events', 'tips', 'surveys', 'reminders'];

function topicsAsked({ edition }: OracleFacts): readonly Topic[] {
  return edition?.scope.topics ?? EVERYTHING;
}

function topicsLeft(facts: OracleFacts): Topic[] {
  return topicsAsked(facts).filter((topic) => !facts.topicsOff.includes(topic));
}

export function readAnswer(facts: OracleFacts): OracleAnswer {
  const { askAgainAt, channel, edition, word } = facts;
  const refusal =
    REFUSALS.find(([, applies]) => applies(facts)) ??
    (channel && [...CHANNEL_REFUSALS, ...MESSAGE_REFUSALS].find(([, applies]) => applies(facts, channel)));
  if (refusal) {
    const later = refusal[0] === 'quiet-hours' || refusal[0] === 'frequency-reached';
    const quiet = channel && RINGS.includes(channel) ? facts.quiet : null;
    const againAt = later ? mayGoOutAt(facts.at, quiet, facts.most, facts.uses) : null;
    return { allowed: false, reason: refusal[0], fields: [], channels: [], askAgainAt, topics: [], againAt };
  }
  const asked = edition?.scope.fields.map(({ field }) => field) ?? [];
  const fields = byConsent(facts) ? asked.filter((field) => word?.fields.includes(field)) : asked;
  const noTopic = { ...facts, topic: undefined };
  const open = named(facts).filter((one) => !CHANNEL_REFUSALS.some(([, applies]) => applies(noTopic, one)));
  return {
    allowed: true,
    reason: byConsent(facts) ? 'granted' : 'open',
    fields: [...fields].sort(),
    channels: [...open].sort(),
    askAgainAt,
    topics: topicsLeft(facts).sort(),
    againAt: null,
  };
}

/** Where a letter, a mail or a call goes to. */
const LEADS_TO: readonly (readonly [Channel, FieldId])[] = [
  ['email', 'email'],
  ['sms', 'mobile'],
  ['phone', 'mobile'],
  ['phone', 'landline'],
  ['post', 'street'],
];

/** The ways that the yes names and gives an address to, if it was asked for one; without a yes, those that the text names. */
function named(facts: OracleFacts): Channel[] {
  const { edition, word } = facts;
  const asked = edition?.scope.channels ?? [];
  return asked.filter((channel) => !byConsent(facts) || (word?.channels.includes(channel) && leads(channel)));

  function leads(channel: Channel): boolean {
    const places = LEADS_TO.flatMap(([way, place]) => (way === channel ? [place] : []));
    const wanted = places.filter((place) => edition?.scope.fields.some(({ field }) => field === place));
    return wanted.length === 0 || wanted.some((place) => word?.fields.includes(place));
  }
}
