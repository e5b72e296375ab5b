import type { Consent } from '#app/core/consent/consent.ts';
import { ConsentError } from '#app/core/consent/consent-error.ts';
import { type ConsentDecision, decideConsent, isOver, undecided } from '#app/core/consent/decide-consent.ts';
import { isOldEnough, withAgeAnswer } from '#app/core/customer/age.ts';
import { decidePermission } from '#app/core/permission/decide-permission.ts';
import { effectivePreference } from '#app/core/preference/effective-preference.ts';
import type { PurposeVersion } from '#app/core/purpose/purpose.ts';
import type { PurposeVersionId } from '#schema/ids.ts';
import { type Instant, instantOf } from '#schema/instant.ts';
import type { Permission } from '#schema/permission.ts';
import { NO_PREFERENCE } from '#schema/preference.ts';
import { dropNumber } from './drop-number.ts';
import { afterWish, newCustomer, newVersion } from './fold-memory.ts';
import { ageLimitOf, type Dated, type Scope, type Town } from './history.ts';
import type { Fate, Question } from './oracle.ts';
import { purposeContent } from './purpose-content.ts';

type Answer = Pick<Consent, 'standing' | 'noSince' | 'previous'>;

interface Relationship {
  ended: boolean;
  restricted: boolean;
  readonly answers: Map<number, Answer>;
  readonly uses: Instant[];
}

/** The program's own decisions folded over a history in memory: many thousand histories in seconds. */
export interface Fold {
  next(deed: Dated): Fate;
  answer(question: Question): Permission | undefined;
}

export function createFold(town: Town): Fold {
  const versions = new Map<number, PurposeVersion[]>();
  const retired = new Map<number, Instant>();
  const relationships = new Map<string, Relationship>();
  const customers = Array.from({ length: town.customers }, newCustomer);
  const customerOf = (index: number) => customers[index] ?? newCustomer();
  const purposeOf = (index: number) => town.purposes[index] ?? { company: 0, basis: 'consent' as const };
  const relationshipOf = (customer: number, company: number) => relationships.get(`${customer} ${company}`);

  function answerOf(relationship: Relationship, purpose: number): Answer {
    const { basis } = purposeOf(purpose);
    return relationship.answers.get(purpose) ?? { standing: undecided(basis), noSince: null, previous: null };
  }

  function oldEnough(customer: number, company: number): boolean | null {
    const limit = ageLimitOf(company);
    return limit === null || isOldEnough(customerOf(customer).age, limit);
  }

  function apply(
    purpose: number,
    relationship: Relationship,
    at: Instant,
    decision: ConsentDecision,
    own: boolean,
  ): Fate {
    const current = versions.get(purpose)?.at(-1);
    if (!current) return 'refused';
    const before = answerOf(relationship, purpose);
    const { basis } = purposeOf(purpose);
    const outcome = decideConsent({ basis, current, ...before, at }, decision);
    if (!outcome) return 'nothing-new';
    const undoable = own && outcome.kind !== 'undone' && outcome.kind !== 'pending';
    const previous = undoable ? { standing: before.standing, noSince: before.noSince } : null;
    relationship.answers.set(purpose, { standing: outcome.standing, noSince: outcome.noSince, previous });
    return 'written';
  }

  function decide(deed: Extract<Dated, { type: 'yes' | 'no' | 'undo' }>): Fate {
    const relationship = relationshipOf(deed.customer, purposeOf(deed.purpose).company);
    if (!relationship || relationship.ended) return 'refused';
    const known = versions.get(deed.purpose) ?? [];
    const shown = deed.type === 'yes' ? known.at(-1 - deed.back) : undefined;
    const decision: ConsentDecision =
      deed.type === 'yes'
        ? {
            type: 'yes',
            versionId: shown?.id ?? ('none' as PurposeVersionId),
            choice: { fields: [...deed.fields], channels: [...deed.channels], months: deed.months },
            confirmed: customerOf(deed.customer).confirmed,
          }
        : { type: deed.type };
    const { basis, company } = purposeOf(deed.purpose);
    if (deed.type === 'yes' && basis === 'consent' && oldEnough(deed.customer, company) !== true)
      return 'refused';
    const own = deed.type !== 'no' || deed.by === 'customer';
    try {
      return apply(deed.purpose, relationship, instantOf(deed.at), decision, own);
    } catch (error) {
      if (error instanceof ConsentError) return 'refused';
      throw error;
    }
  }

  function release(
    purpose: number,
    scope: Scope,
    at: Instant,
    oldScopeUntil: Instant | null,
    corrects = false,
  ): void {
    const before = versions.get(purpose) ?? [];
    const until = (stored: Instant | null) =>
      stored !== null && (oldScopeUntil === null || stored < oldScopeUntil) ? stored : oldScopeUntil;
    versions.set(purpose, [
      ...before.map((version) => ({ ...version, usableUntil: until(version.usableUntil) })),
      newVersion(purpose, before.length + 1, purposeContent(purposeOf(purpose).basis, scope), at, corrects),
    ]);
  }

  function expire(at: Instant): void {
    for (const relationship of relationships.values()) {
      for (const [purpose, { standing }] of relationship.answers) {
        if (standing.state === 'granted' && isOver(standing, at))
          apply(purpose, relationship, at, { type: 'expire' }, false);
      }
    }
  }

  function next(deed: Dated): Fate {
    const at = instantOf(deed.at);
    switch (deed.type) {
      case 'release': {
        const first = !versions.has(deed.purpose);
        release(deed.purpose, deed.scope, at, first ? null : instantOf(deed.at + (deed.oldScopeForMs ?? 0)));
        return 'written';
      }
      case 'correct': {
        const last = versions.get(deed.purpose)?.at(-1)?.content;
        if (last) release(deed.purpose, last, at, null, true);
        return 'written';
      }
      case 'retire':
        if (!retired.has(deed.purpose)) retired.set(deed.purpose, at);
        return 'written';
      case 'confirm':
        customerOf(deed.customer).confirmed = true;
        customerOf(deed.customer).verified.add('email');
        return 'written';
      case 'age': {
        const customer = customerOf(deed.customer);
        customer.age = withAgeAnswer(customer.age, deed.limit, deed.yes, at);
        return 'written';
      }
      case 'restrict-customer':
        customerOf(deed.customer).restricted = deed.on;
        return 'written';
      case 'connect': {
        const running = relationshipOf(deed.customer, deed.company);
        if (!running || running.ended) {
          const fresh = { ended: false, restricted: false, answers: new Map(), uses: [] };
          relationships.set(`${deed.customer} ${deed.company}`, fresh);
          // What runs without a yes does not start anew for somebody who comes back.
          for (const purpose of running ? versions.keys() : []) {
            const { basis, company } = purposeOf(purpose);
            if (basis === 'objection' && company === deed.company && !retired.has(purpose))
              apply(purpose, fresh, at, { type: 'no' }, false);
          }
        }
        return 'written';
      }
      case 'end':
      case 'restrict': {
        const relationship = relationshipOf(deed.customer, deed.company);
        if (!relationship || relationship.ended) return 'refused';
        if (deed.type === 'end') relationship.ended = true;
        else relationship.restricted = deed.on;
        return 'written';
      }
      case 'use': {
        const { company, basis } = purposeOf(deed.purpose);
        const relationship = relationshipOf(deed.customer, company);
        if (!relationship || relationship.ended || basis === 'contract' || basis === 'legal-duty')
          return 'refused';
        relationship.uses.push(at);
        return 'written';
      }
      case 'pause':
      case 'topics-off':
      case 'most':
      case 'quiet':
      case 'channels-off': {
        if (deed.company !== null && (relationshipOf(deed.customer, deed.company)?.ended ?? true))
          return 'refused';
        const customer = customerOf(deed.customer);
        const before = customer.preferences.get(deed.company) ?? NO_PREFERENCE;
        customer.preferences.set(deed.company, afterWish(before, deed));
        return 'written';
      }
      case 'verify':
        customerOf(deed.customer).verified.add(deed.channel);
        return 'written';
      case 'unverify':
        customerOf(deed.customer).verified.delete(deed.channel);
        return 'written';
      case 'expire':
        expire(at);
        return 'written';
      case 'write':
        dropNumber(customerOf(deed.customer), deed.round);
        return 'written';
      default:
        return decide(deed);
    }
  }

  function answer({ customer, purpose, at, channel, topic }: Question): Permission | undefined {
    const { basis, company } = purposeOf(purpose);
    const relationship = relationshipOf(customer, company);
    if (!relationship) return undefined;
    const { standing, noSince } = answerOf(relationship, purpose);
    const known = versions.get(purpose) ?? [];
    const granted = basis === 'consent' && standing.versionId;
    const version = granted ? known.find(({ id }) => id === standing.versionId) : known.at(-1);
    const { confirmed, restricted, verified, preferences } = customerOf(customer);
    const own = preferences.get(company) ?? NO_PREFERENCE;
    const started = instantOf(0);
    return decidePermission({
      at: instantOf(at),
      basis,
      purposeRetiredAt: retired.get(purpose) ?? null,
      customerStatus: confirmed ? 'active' : 'unconfirmed',
      customerRestrictedAt: restricted ? started : null,
      relationshipEndedAt: relationship.ended ? started : null,
      relationshipRestrictedAt: relationship.restricted ? started : null,
      underAge: oldEnough(customer, company) === false,
      ...effectivePreference(own, preferences.get(null) ?? NO_PREFERENCE),
      uses: relationship.uses,
      standing,
      noSince,
      scope: version
        ? {
            fields: version.content.fields.map(({ field }) => field),
            channels: version.content.channels,
            topics: version.content.topics ?? null,
            usableUntil: version.usableUntil,
          }
        : null,
      verifiedChannels: [...verified],
      channel,
      topic,
    });
  }

  return { next, answer };
}
