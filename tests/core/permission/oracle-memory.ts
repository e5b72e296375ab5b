import { Temporal } from 'temporal-polyfill';
import type { Channel } from '#schema/channel.ts';
import type { Topic } from '#schema/topic.ts';
import type { Deed, Quiet } from './history.ts';
import type { Word } from './oracle-table.ts';

/** What one person said about one purpose, as it still stands: an undo takes the last word off the pile. */
export interface Pile {
  readonly words: Word[];
  /** Whether the top word may still be taken off, were it in time. */
  undoable: boolean;
}

export interface Person {
  confirmed: boolean;
  restricted: boolean;
  /** What was said, oldest first. */
  readonly ages: { readonly limit: number; readonly yes: boolean }[];
  readonly proved: Set<Channel>;
  /** Which of the possible profiles was typed last; each has a mobile number of its own. */
  profile: number;
  readonly pauses: Map<number | null, number>;
  readonly off: Map<number | null, readonly Channel[] | null>;
  readonly topicsOff: Map<number | null, readonly Topic[] | null>;
  readonly most: Map<number | null, number | 'any' | null>;
  readonly quiet: Map<number | null, Quiet | 'none' | null>;
}

export interface Tie {
  ended: boolean;
  restricted: boolean;
  readonly piles: Map<number, Pile>;
  /** Instants at which the company addressed the person. */
  readonly uses: number[];
}

export const FOREVER = Number.POSITIVE_INFINITY;

/** By a calendar library, where the program counts months itself; the answers are kept, for it is slow. */
export function monthsAfter(at: number, months: number): number {
  return getOr(monthsKept, at * 1000 + months, () => {
    const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC');
    return day.add({ months }, { overflow: 'constrain' }).epochMilliseconds;
  });
}

const monthsKept = new Map<number, number>();

export function newPerson(): Person {
  return {
    confirmed: false,
    restricted: false,
    ages: [],
    proved: new Set(),
    profile: -1,
    pauses: new Map(),
    off: new Map(),
    topicsOff: new Map(),
    most: new Map(),
    quiet: new Map(),
  };
}

export function newTie(): Tie {
  return { ended: false, restricted: false, piles: new Map(), uses: [] };
}

export function noteWish(
  who: Person,
  deed: Extract<Deed, { type: 'channels-off' | 'topics-off' | 'most' | 'quiet' }>,
): void {
  if (deed.type === 'channels-off') who.off.set(deed.company, deed.off);
  else if (deed.type === 'topics-off') who.topicsOff.set(deed.company, deed.off);
  else if (deed.type === 'most') who.most.set(deed.company, deed.perWeek);
  else who.quiet.set(deed.company, deed.hours);
}

/** What was said for this company, else for all. */
export function wishesAt(who: Person, company: number) {
  const most = who.most.get(company) ?? who.most.get(null) ?? 'any';
  const quiet = who.quiet.get(company) ?? who.quiet.get(null) ?? 'none';
  return {
    off: who.off.get(company) ?? who.off.get(null) ?? [],
    topicsOff: who.topicsOff.get(company) ?? who.topicsOff.get(null) ?? [],
    most: most === 'any' ? FOREVER : most,
    quiet: quiet === 'none' ? null : quiet,
  };
}

/** Whoever has another number has to prove it again. */
export function typeAnew(person: Person, profile: number): void {
  if (person.profile === profile) return;
  person.profile = profile;
  person.proved.delete('sms');
  person.proved.delete('phone');
}

export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}

export function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
