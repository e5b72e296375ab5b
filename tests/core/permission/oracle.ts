import type { Dated, Town } from './history.ts';
import type { Fate, HasValue, Oracle, Question } from './oracle-contract.ts';
import {
  FOREVER,
  getOr,
  monthsAfter,
  newPerson,
  newTie,
  noteWish,
  type Person,
  type Pile,
  sameSet,
  type Tie,
  typeAnew,
  wishesAt,
} from './oracle-memory.ts';
import { type Edition, type OracleAnswer, readAnswer, type Word } from './oracle-table.ts';
import { dayOf, runsFor, saidOldEnough } from './oracle-words.ts';

export type { Fate, HasValue, Oracle, Question };

const TEN_MINUTES = 600_000;
const WEEK = 7 * 24 * 3_600_000;

/** @param hasValue whether a customer has entered what a field needs; told nothing, everybody has everything */
export function createOracle(town: Town, hasValue: HasValue = () => true): Oracle {
  const editions = new Map<number, Edition[]>();
  const retired = new Map<number, number>();
  const people = new Map<number, Person>();
  const ties = new Map<string, Tie>();

  const person = (customer: number) => getOr(people, customer, newPerson);
  const tieOf = (customer: number, company: number) => ties.get(`${customer} ${company}`);
  const companyOf = (purpose: number) => town.purposes[purpose]?.company ?? -1;
  const basisOf = (purpose: number) => town.purposes[purpose]?.basis ?? 'consent';
  const pileOf = (tie: Tie, purpose: number) =>
    getOr(tie.piles, purpose, (): Pile => ({ words: [], undoable: false }));
  const isRetired = (purpose: number, at: number) => (retired.get(purpose) ?? FOREVER) <= at;
  const newest = (purpose: number) => (editions.get(purpose) ?? []).length - 1;

  function say(pile: Pile, word: Word, undoable: boolean): Fate {
    pile.words.push(word);
    pile.undoable = undoable;
    return 'written';
  }

  function yes(deed: Extract<Dated, { type: 'yes' }>, pile: Pile): Fate {
    const top = pile.words.at(-1);
    const edition = newest(deed.purpose);
    const blank = { at: deed.at, edition, fields: [], channels: [], runsUntil: FOREVER, afterYes: false };
    if (basisOf(deed.purpose) === 'objection') {
      return top?.says === 'no' ? say(pile, { ...blank, says: 'yes' }, true) : 'nothing-new';
    }
    const scope = editions.get(deed.purpose)?.[edition]?.scope;
    if (!scope || deed.back > 0) return 'refused';
    const asked = scope.fields.map(({ field }) => field);
    const fits =
      deed.fields.every((field) => asked.includes(field)) &&
      scope.fields.every(
        ({ field, required }) => !required || (deed.fields.includes(field) && hasValue(deed.customer, field)),
      ) &&
      deed.channels.every((channel) => scope.channels.includes(channel)) &&
      (scope.channels.length === 0 || deed.channels.length > 0);
    if (!fits || saidOldEnough(person(deed.customer), companyOf(deed.purpose)) !== true) return 'refused';
    const confirmed = person(deed.customer).confirmed;
    const says = confirmed ? 'yes' : 'unconfirmed yes';
    const again =
      top?.says === says &&
      top.edition === edition &&
      deed.at < top.runsUntil &&
      sameSet(top.fields, deed.fields) &&
      sameSet(top.channels, deed.channels);
    const runsUntil = runsFor(deed, top, edition, editions.get(deed.purpose)?.[edition]);
    if (again && (deed.months === undefined || dayOf(top.runsUntil) === dayOf(runsUntil)))
      return 'nothing-new';
    return say(pile, { ...blank, says, fields: deed.fields, channels: deed.channels, runsUntil }, confirmed);
  }

  function decide(deed: Extract<Dated, { type: 'yes' | 'no' | 'undo' }>): Fate {
    const basis = basisOf(deed.purpose);
    const tie = tieOf(deed.customer, companyOf(deed.purpose));
    if (basis === 'contract' || basis === 'legal-duty' || !tie || tie.ended) return 'refused';
    const pile = pileOf(tie, deed.purpose);
    const top = pile.words.at(-1);
    if (deed.type === 'yes') return yes(deed, pile);
    if (deed.type === 'no') {
      if (top?.says === 'no') return 'nothing-new';
      const word = { at: deed.at, edition: 0, fields: [], channels: [], runsUntil: FOREVER };
      return say(pile, { ...word, says: 'no', afterYes: top?.says === 'yes' }, deed.by === 'customer');
    }
    if (!top || !pile.undoable || deed.at > top.at + TEN_MINUTES) return 'refused';
    pile.words.pop();
    pile.undoable = false;
    return 'written';
  }

  function release(purpose: number, edition: Edition, endsEarlierAt: number): void {
    const before = editions.get(purpose) ?? [];
    const cut = before.map((one) => ({ ...one, endsAt: Math.min(one.endsAt, endsEarlierAt) }));
    editions.set(purpose, [...cut, edition]);
  }

  function writeDownEnds(at: number): void {
    for (const { piles } of ties.values()) {
      for (const [purpose, pile] of piles) {
        const top = pile.words.at(-1);
        const over = basisOf(purpose) === 'consent' && top?.says === 'yes' && top.runsUntil <= at;
        if (over) say(pile, { ...top, says: 'over', fields: [], channels: [] }, false);
      }
    }
  }

  function stopUnasked({ at, customer, company }: Extract<Dated, { type: 'connect' }>): void {
    for (const purpose of editions.keys())
      if (companyOf(purpose) === company && basisOf(purpose) === 'objection' && !isRetired(purpose, at))
        decide({ type: 'no', by: 'staff', at, customer, purpose });
  }

  function next(deed: Dated): Fate {
    switch (deed.type) {
      case 'release': {
        const first = !editions.has(deed.purpose);
        const until = deed.at + (deed.oldScopeForMs ?? 0);
        release(
          deed.purpose,
          { scope: deed.scope, endsAt: FOREVER, corrects: false },
          first ? FOREVER : until,
        );
        return 'written';
      }
      case 'correct': {
        const last = editions.get(deed.purpose)?.at(-1);
        if (last) release(deed.purpose, { ...last, endsAt: FOREVER, corrects: true }, FOREVER);
        return 'written';
      }
      case 'retire':
        retired.set(deed.purpose, Math.min(deed.at, retired.get(deed.purpose) ?? FOREVER));
        return 'written';
      case 'confirm':
        person(deed.customer).confirmed = true;
        person(deed.customer).proved.add('email');
        return 'written';
      case 'age':
        person(deed.customer).ages.push({ limit: deed.limit, yes: deed.yes });
        return 'written';
      case 'restrict-customer':
        person(deed.customer).restricted = deed.on;
        return 'written';
      case 'connect': {
        const tie = tieOf(deed.customer, deed.company);
        if (!tie || tie.ended) ties.set(`${deed.customer} ${deed.company}`, newTie());
        if (tie?.ended) stopUnasked(deed);
        return 'written';
      }
      case 'end':
      case 'restrict': {
        const tie = tieOf(deed.customer, deed.company);
        if (!tie || tie.ended) return 'refused';
        if (deed.type === 'end') tie.ended = true;
        else tie.restricted = deed.on;
        return 'written';
      }
      case 'pause': {
        const until = deed.until === 'never' ? -FOREVER : deed.until === 'for-good' ? FOREVER : deed.until;
        if (deed.company !== null && (tieOf(deed.customer, deed.company)?.ended ?? true)) return 'refused';
        person(deed.customer).pauses.set(deed.company, until);
        return 'written';
      }
      case 'channels-off':
      case 'topics-off':
      case 'most':
      case 'quiet': {
        if (deed.company !== null && (tieOf(deed.customer, deed.company)?.ended ?? true)) return 'refused';
        noteWish(person(deed.customer), deed);
        return 'written';
      }
      case 'use': {
        const tie = tieOf(deed.customer, companyOf(deed.purpose));
        const basis = basisOf(deed.purpose);
        if (!tie || tie.ended || basis === 'contract' || basis === 'legal-duty') return 'refused';
        tie.uses.push(deed.at);
        return 'written';
      }
      case 'verify':
        person(deed.customer).proved.add(deed.channel);
        return 'written';
      case 'unverify':
        person(deed.customer).proved.delete(deed.channel);
        return 'written';
      case 'expire':
        writeDownEnds(deed.at);
        return 'written';
      case 'write':
        typeAnew(person(deed.customer), deed.round);
        return 'written';
      default:
        return decide(deed);
    }
  }

  function answer({ customer, purpose, at, channel, topic }: Question): OracleAnswer | undefined {
    const tie = tieOf(customer, companyOf(purpose));
    if (!tie) return undefined;
    const who = person(customer);
    const pauses = [who.pauses.get(null), who.pauses.get(companyOf(purpose))];
    const word = pileOf(tie, purpose).words.at(-1);
    const current = editions.get(purpose)?.at(-1);
    return readAnswer({
      at,
      channel,
      topic,
      ...wishesAt(who, companyOf(purpose)),
      uses: tie.uses,
      basis: basisOf(purpose),
      ended: tie.ended,
      confirmed: who.confirmed,
      restricted: who.restricted,
      restrictedHere: tie.restricted,
      retired: isRetired(purpose, at),
      young: saidOldEnough(who, companyOf(purpose)) === false,
      word,
      edition: basisOf(purpose) === 'consent' && word ? editions.get(purpose)?.[word.edition] : current,
      paused: pauses.some((until) => (until ?? -FOREVER) > at),
      proved: [...who.proved],
      askAgainAt: word?.says === 'no' ? monthsAfter(word.at, 6) : null,
    });
  }

  function standingYes({ customer, purpose, at }: Question) {
    const tie = tieOf(customer, companyOf(purpose));
    const word = tie?.piles.get(purpose)?.words.at(-1);
    if (!tie || basisOf(purpose) !== 'consent' || word?.says !== 'yes' || word.runsUntil <= at)
      return undefined;
    return { fields: word.fields, ended: tie.ended };
  }

  function edges(customer: number, purpose: number): number[] {
    const tie = tieOf(customer, companyOf(purpose));
    const word = tie?.piles.get(purpose)?.words.at(-1);
    const ends = [
      word?.runsUntil,
      word && editions.get(purpose)?.[word.edition]?.endsAt,
      ...person(customer).pauses.values(),
      ...(tie?.uses ?? []).slice(-3).map((use) => use + WEEK),
    ];
    return ends.filter((end) => end !== undefined && Number.isFinite(end)) as number[];
  }

  return { next, answer, edges, isRetired, standingYes };
}
