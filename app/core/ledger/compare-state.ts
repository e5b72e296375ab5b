import type { RelationshipId } from '#schema/ids.ts';
import type { StoredConsent } from '../consent/consent-store.ts';
import { isUnderAge } from '../customer/age.ts';
import { type EffectivePreference, preferenceOfRecord } from '../preference/effective-preference.ts';
import type { Recall } from '../recall/recall.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { createBreather } from '../shared/breather.ts';
import type { Core } from '../shared/core.ts';
import { groupBy } from '../shared/group-by.ts';
import type { Readers } from '../shared/storage.ts';
import { inspectEntries } from '../vault/doors/open-evidence.ts';
import { evidenceKeyId } from '../vault/places.ts';
import { compareConsents } from './compare-consents.ts';
import { compareRecalls } from './compare-recalls.ts';
import { emptyFold, type FoldedRelationship, foldRecord } from './fold-log.ts';
import { FaultList, type LogFault, type ReportFault } from './log-fault.ts';
import { PurposeLookup } from './purpose-lookup.ts';

const PAGE = 500;

/** The tables as they stand for one relationship. */
export interface StoredState {
  readonly relationship: Relationship;
  readonly consents: readonly StoredConsent[];
  readonly recalls: readonly Recall[];
  /** Customer unconfirmed, left or restricted. */
  readonly customerBlocked: boolean;
  /** The pause stands on the relationship. */
  readonly wishes: Omit<EffectivePreference, 'pausedUntil'>;
  /** Said to be too young for a consent to this company. */
  readonly underAge: boolean;
}

/**
 * Holds the tables of current state against the fold: nothing more, nothing
 * less, nothing else. People go on deciding meanwhile, so a difference counts
 * only when it is still there inside a transaction.
 */
export async function compareState(
  core: Pick<Core, 'storage' | 'keys'>,
  purposes: PurposeLookup,
  folds: ReadonlyMap<RelationshipId, FoldedRelationship>,
  list: FaultList,
): Promise<void> {
  const { read } = core.storage;
  const seen = new Set<RelationshipId>();
  let after: RelationshipId | null = null;
  const breathe = createBreather();
  for (;;) {
    const page: Relationship[] = await read.relationship.page(after, PAGE);
    for (const state of await readState(read, page)) {
      const { id } = state.relationship;
      seen.add(id);
      const faults = await compareOne(core, purposes, state, folds.get(id));
      // Each confirmation waits for the writers: enough of them say what there is to say.
      if (list.isFull) for (const { code, at, detail } of faults) list.report(code, at, detail);
      else if (faults.length > 0) await confirm(core, id, list.report);
      await breathe();
    }
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) break;
  }
  for (const id of folds.keys()) if (!seen.has(id) && !list.isFull) await confirm(core, id, list.report);
}

/** Reads and folds one relationship anew while nobody writes, and reports what still differs. */
async function confirm(
  core: Pick<Core, 'storage' | 'keys'>,
  id: RelationshipId,
  report: ReportFault,
): Promise<void> {
  const faults = await core.storage.transact(async (tx): Promise<LogFault[]> => {
    await tx.ledger.lock();
    let fold: FoldedRelationship | undefined;
    for (const { entry, found } of await inspectEntries(core, await tx.ledger.ofRelationship(id))) {
      if (typeof found === 'string') continue;
      fold ??= emptyFold();
      foldRecord(fold, found.record, entry.index, entry.leaf.toString('hex'));
    }
    const relationship = await tx.relationship.find(id);
    const [state] = relationship ? await readState(tx, [relationship]) : [];
    if (state) return compareOne(core, new PurposeLookup(tx.purpose), state, fold);
    if (!fold) return [];
    return [
      { code: 'state-mismatch', at: `relationship ${id}`, detail: 'is in the log but not in the table' },
    ];
  });
  for (const { code, at, detail } of faults) report(code, at, detail);
}

async function readState(
  read: Pick<Readers, 'company' | 'consent' | 'customer' | 'people' | 'recall'>,
  page: readonly Relationship[],
): Promise<StoredState[]> {
  const consents = await read.consent.ofRelationships(page.map(({ id }) => id));
  const recalls = groupBy(
    await read.recall.ofRelationships(page.map(({ id }) => id)),
    ({ relationshipId }) => relationshipId,
  );
  const customers = await read.customer.findMany(page.map(({ customerId }) => customerId));
  const free = new Set(
    customers.flatMap(({ id, status, restrictedAt }) => (status === 'active' && !restrictedAt ? [id] : [])),
  );
  const wishes = new Map<string, StoredState['wishes']>();
  const ages = new Map(customers.map(({ id, age }) => [id, age]));
  const young = new Set<string>();
  for (const companyId of new Set(page.map((relationship) => relationship.companyId))) {
    const own = page.filter((relationship) => relationship.companyId === companyId);
    const facts = await read.people.contactFacts(
      own.map(({ customerId }) => customerId),
      companyId,
    );
    const company = await read.company.find(companyId);
    for (const { id, customerId } of own) {
      const found = facts.get(customerId);
      if (found) wishes.set(id, found);
      const age = ages.get(customerId);
      if (age && company && isUnderAge(age, company.profile.jurisdiction)) young.add(id);
    }
  }
  const byRelationship = new Map(page.map(({ id }) => [id, [] as StoredConsent[]]));
  for (const consent of consents) byRelationship.get(consent.relationshipId)?.push(consent);
  return page.map((relationship) => ({
    relationship,
    consents: byRelationship.get(relationship.id) ?? [],
    recalls: recalls.get(relationship.id) ?? [],
    customerBlocked: !free.has(relationship.customerId),
    wishes: wishes.get(relationship.id) ?? preferenceOfRecord(null),
    underAge: young.has(relationship.id),
  }));
}

async function compareOne(
  core: Pick<Core, 'keys'>,
  purposes: PurposeLookup,
  state: StoredState,
  fold: FoldedRelationship | undefined,
): Promise<LogFault[]> {
  const { id } = state.relationship;
  const found = new FaultList();
  if (fold) {
    compareRelationship(state, fold, found.report);
    await compareConsents(purposes, state, fold, found.report);
    compareRecalls(state, fold, found.report);
  } else if (state.consents.length + state.recalls.length > 0 || (await core.keys.find(evidenceKeyId(id)))) {
    found.report('state-without-entry', `relationship ${id}`, 'has no entry in the log');
  }
  return found.faults;
}

function compareRelationship(
  { relationship, customerBlocked, underAge, wishes }: StoredState,
  fold: FoldedRelationship,
  report: ReportFault,
): void {
  const at = `relationship ${relationship.id}`;
  if (relationship.seq !== fold.seq || relationship.lastLeaf !== fold.leaf)
    report('chain-broken', at, `ends at ${relationship.seq}, the log at ${fold.seq}`);
  const logged = preferenceOfRecord(fold.preference);
  const columns: [name: string, equal: boolean][] = [
    ['end', (relationship.endedAt === null) === fold.connected],
    ['restriction', (relationship.restrictedAt !== null) === fold.restricted],
    ['pause', relationship.pausedUntil === logged.pausedUntil],
    // With the end nothing is used any more; what the customer wishes from then on is said to others.
    ['block', !fold.connected || relationship.blocked === (customerBlocked || fold.restricted)],
    ['channels', !fold.connected || sameSet(wishes.channelsOff, logged.channelsOff)],
    ['topics', !fold.connected || sameSet(wishes.topicsOff, logged.topicsOff)],
    ['most a week', !fold.connected || wishes.mostPerWeek === logged.mostPerWeek],
    ['quiet hours', !fold.connected || sameHours(wishes.quietHours, logged.quietHours)],
    ['age', !fold.connected || relationship.underAge === underAge],
  ];
  const differing = columns.flatMap(([name, equal]) => (equal ? [] : [name]));
  if (differing.length > 0) report('state-mismatch', at, `${differing.join(', ')} differ from its entries`);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

function sameHours(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
