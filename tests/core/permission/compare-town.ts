import { findPermission } from '#app/core/permission/find-permission.ts';
import type { PeopleQuery, PeopleReader } from '#app/core/permission/people-store.ts';
import { reachableChannels } from '#app/core/permission/reachable-channels.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { CompanyId, SubjectId } from '#schema/ids.ts';
import { instantOf, msOf } from '#schema/instant.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import type { BuiltTown } from './built-town.ts';
import { type Known, matches } from './matches.ts';
import type { Oracle } from './oracle.ts';

/** What a list says about each person, by subject in their order. */
type Seen = readonly (readonly [subject: string, fields: readonly string[], channels: readonly string[]])[];

export interface Difference {
  readonly what: string;
  readonly purpose: number;
  readonly at: string;
  readonly right: unknown;
  readonly told: unknown;
}

export interface Tally {
  lists: number;
  people: number;
  segments: number;
  matched: number;
  decisions: number;
  exported: number;
}

export interface Comparison {
  readonly core: Core;
  /** The ways SQL may walk, in turn: from the facts of a narrow segment, from the grants of a wide one. */
  readonly ways: readonly PeopleReader[];
  readonly town: BuiltTown;
  readonly oracle: Oracle;
  readonly known: Known;
  readonly atMs: number;
  readonly questions: readonly SegmentConditions[];
  readonly tally: Tally;
}

/**
 * Holds what SQL says (list, segment, count, look-up) and what the program
 * gathers for its pure decision against the oracle, for every purpose, at one
 * instant. Undefined: no difference.
 */
export async function compareTown(comparison: Comparison): Promise<Difference | undefined> {
  const { town } = comparison;
  const at = instantOf(comparison.atMs);
  const people = await Promise.all(town.companies.map(({ id }) => runningPeople(comparison, id)));
  const differences = await Promise.all(
    [...town.purposes].map(async ([purpose, purposeId]): Promise<Difference | undefined> => {
      const index = town.plan.purposes[purpose]?.company ?? 0;
      const company = town.companies[index];
      if (!company) return undefined;
      const query = { companyId: company.id, purposeId, at };
      const mine = people[index] ?? new Map();
      const found =
        (await compareLists(comparison, query, purpose, mine)) ??
        (await compareDecision(comparison, query, purpose, mine));
      return found && { ...found, purpose, at };
    }),
  );
  return differences.find(Boolean);
}

type Found = Omit<Difference, 'purpose' | 'at'>;

async function compareLists(
  { core, ways, oracle, known, atMs, questions, tally }: Comparison,
  query: PeopleQuery,
  purpose: number,
  people: ReadonlyMap<number, Relationship>,
): Promise<Found | undefined> {
  const answers = [...people].map(([customer, { subject }]) => {
    return { customer, subject, answer: oracle.answer({ customer, purpose, at: atMs }) };
  });
  const subjects = answers.map(({ subject }) => subject);
  const differences = await Promise.all(
    [undefined, ...questions].map(async (conditions) => {
      const right: Seen = answers.flatMap(({ customer, subject, answer }) =>
        answer?.allowed && (!conditions || matches(conditions, answer, (field) => known(customer, field)))
          ? [[subject, answer.fields, answer.channels] as const]
          : [],
      );
      const asked = conditions ? { ...query, conditions } : query;
      const people = ways[tally.lists % ways.length] ?? core.storage.read.people;
      const [told, counted, lookedUp] = await Promise.all([
        listed(people, asked),
        people.count(asked),
        people.bySubjects(asked, subjects),
      ]);
      tally.lists++;
      tally.people += told.length;
      if (conditions) tally.segments++;
      if (conditions) tally.matched += told.length;
      const title = conditions ? ` of ${JSON.stringify(conditions)}` : '';
      return (
        difference(`list${title}`, inOrder(right), told) ??
        difference(`count${title}`, right.length, counted) ??
        difference(
          `look-up${title}`,
          subjectsOf(told),
          subjectsOf(lookedUp.map(({ subject }) => [subject, [], []])),
        )
      );
    }),
  );
  return differences.find(Boolean);
}

function subjectsOf(seen: Seen): string[] {
  return seen.map(([subject]) => subject);
}

async function compareDecision(
  { core, oracle, atMs, tally }: Comparison,
  { purposeId, at }: PeopleQuery,
  purpose: number,
  people: ReadonlyMap<number, Relationship>,
): Promise<Found | undefined> {
  const known = await core.storage.read.purpose.find(purposeId);
  // One person and one way in turn: the whole cross costs more than all the lists.
  const [customer, relationship] = [...people][tally.decisions % Math.max(1, people.size)] ?? [];
  if (!known || !relationship || customer === undefined) return undefined;
  tally.decisions++;
  const channel = ([undefined, 'email', 'phone', 'post'] as const)[tally.decisions % 4];
  const topic = ([undefined, 'offers', 'news', 'tips'] as const)[Math.floor(tally.decisions / 4) % 4];
  const told = await findPermission(core.storage.read, relationship, known, at, channel, topic);
  const right = oracle.answer({ customer, purpose, at: atMs, channel, topic });
  return difference(`decision ${channel ?? ''} ${topic ?? ''}`, right && byKey(right), {
    ...byKey(told),
    fields: [...told.fields].sort(),
    channels: [...told.channels].sort(),
    topics: [...told.topics].sort(),
    askAgainAt: told.askAgainAt && msOf(told.askAgainAt),
    againAt: told.againAt && msOf(told.againAt),
  });
}

/** The whole list in small pages, as the page and the export walk it. */
async function listed(people: PeopleReader, query: PeopleQuery): Promise<Seen> {
  const seen: Seen[number][] = [];
  let after: SubjectId | null = null;
  for (;;) {
    const page = await people.page(query, after, 5);
    const contacts = await people.contactFacts(
      page.map(({ customerId }) => customerId),
      query.companyId,
    );
    for (const person of page) {
      const open = reachableChannels(person, contacts.get(person.customerId));
      seen.push([person.subject, [...person.fields].sort(), open.sort()]);
    }
    if (page.length < 5) return seen;
    after = page.at(-1)?.subject ?? null;
  }
}

async function runningPeople(
  { core, town }: Comparison,
  companyId: CompanyId,
): Promise<Map<number, Relationship>> {
  const people = new Map<number, Relationship>();
  for (const [customer, { id }] of town.customers.entries()) {
    const relationship = await core.storage.read.relationship.findLive(id, companyId);
    if (relationship) people.set(customer, relationship);
  }
  return people;
}

function byKey(answer: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inOrder(seen: Seen): Seen {
  return [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
}

function difference(what: string, right: unknown, told: unknown): Found | undefined {
  return JSON.stringify(right) === JSON.stringify(told) ? undefined : { what, right, told };
}
