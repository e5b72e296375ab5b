import type { Consent } from '#app/core/consent/consent.ts';
import { undecided } from '#app/core/consent/decide-consent.ts';
import { decidePermission } from '#app/core/permission/decide-permission.ts';
import type { PermittedPerson } from '#app/core/permission/people-store.ts';
import type { Purpose, PurposeVersion } from '#app/core/purpose/purpose.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { Database } from '#db/open-db.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { operatorsFor, type SegmentCondition, type SegmentConditions } from '#schema/segment.ts';
import type { PersonCase, PurposeCase } from '#tests/db/people-case.ts';
import {
  companyRow,
  consentRow,
  contentOf,
  customerRow,
  purposeRow,
  relationshipRow,
  T0,
  versionRow,
} from '#tests/db/rows.ts';

interface Written {
  readonly person: PersonCase;
  readonly relationship: Relationship;
  readonly consent: Consent | undefined;
}

/** Puts a company with one purpose and these people into the database, as they are. */
export async function writeTown({ storage }: Database, what: PurposeCase, people: readonly PersonCase[]) {
  const company = companyRow();
  const purpose = purposeRow(company, { basis: what.basis, retiredAt: what.retiredAt });
  const versions = what.versions.map(({ fields, channels, topics, usableUntil }, index) => {
    const asked = fields.map((field) => ({ field, required: false }));
    const about = topics ? { topics: [...topics] } : {};
    const content = contentOf({ basis: what.basis, fields: asked, channels: [...channels], ...about });
    return versionRow(purpose, { version: index + 1, content, usableUntil });
  });
  const written: Written[] = [];
  await storage.transact(async (tx) => {
    await tx.company.insert(company);
    await tx.purpose.insert(purpose);
    for (const version of versions) await tx.purpose.insertVersion(version, []);
    for (const person of people) {
      const restrictedAt = person.restricted ? T0 : null;
      const customer = customerRow({ status: person.status, restrictedAt });
      const relationship = relationshipRow(customer, company, {
        pausedUntil: person.pausedUntil,
        restrictedAt: person.relationshipRestricted ? T0 : null,
        blocked: person.status !== 'active' || person.restricted || person.relationshipRestricted,
        endedAt: person.ended ? T0 : null,
      });
      await tx.customer.insert(customer, null);
      await tx.relationship.insert(relationship);
      await tx.fact.replace(customer.factId, person.facts);
      const consent = answerOf(person, relationship, purpose, versions);
      if (consent) await tx.consent.save(consent);
      for (const [of, channelsOff] of [
        [null, person.defaultOff],
        [company.id, person.ownOff],
      ] as const) {
        const preference = { channelsOff: channelsOff && [...channelsOff], pausedUntil: null };
        await tx.preference.save(customer.id, of, preference, T0);
      }
      for (const channel of person.verified)
        await tx.customer.verify(customer.id, { channel, verifiedAt: T0, how: 'test' });
      written.push({ person, relationship, consent });
    }
  });
  return { company, purpose, versions, written };
}

function answerOf(
  { answer }: PersonCase,
  relationship: Relationship,
  purpose: Purpose,
  versions: readonly PurposeVersion[],
): Consent | undefined {
  if (!answer) return undefined;
  const version = answer.version === null ? undefined : versions[answer.version];
  return consentRow(relationship, version ?? versionRow(purpose), {
    state: answer.state,
    versionId: version?.id ?? null,
    fields: [...answer.fields],
    channels: [...answer.channels],
    expiresAt: answer.expiresAt,
  });
}

/** The same list from the pure function, one person at a time. */
export function decideTown(
  { purpose, versions, written }: Awaited<ReturnType<typeof writeTown>>,
  at: Instant,
  conditions: SegmentConditions | undefined,
): PermittedPerson[] {
  const found = written.flatMap(({ person, relationship, consent }) => {
    const standing = consent?.standing ?? undecided(purpose.basis);
    const version =
      purpose.basis === 'objection' ? versions.at(-1) : versions.find(({ id }) => id === standing.versionId);
    const permission = decidePermission({
      at,
      basis: purpose.basis,
      purposeRetiredAt: purpose.retiredAt,
      customerStatus: person.status,
      customerRestrictedAt: person.restricted ? T0 : null,
      relationshipEndedAt: relationship.endedAt,
      relationshipRestrictedAt: relationship.restrictedAt,
      underAge: false,
      pausedUntil: relationship.pausedUntil,
      standing,
      noSince: null,
      scope: version
        ? {
            fields: version.content.fields.map(({ field }) => field),
            channels: version.content.channels,
            topics: version.content.topics ?? null,
            usableUntil: version.usableUntil,
          }
        : null,
      topicsOff: [],
      quietHours: null,
      mostPerWeek: null,
      uses: [],
      // Channels before preferences and verification: nothing is off, everything proved.
      channelsOff: [],
      verifiedChannels: ['email', 'sms', 'phone'],
    });
    if (!permission.allowed) return [];
    const opened = purpose.basis === 'consent' ? permission.fields : [];
    if (conditions && !matches(person, opened, conditions)) return [];
    const { id, customerId, subject, createdAt } = relationship;
    const since = purpose.basis === 'consent' ? (consent?.standing.decidedAt ?? createdAt) : createdAt;
    const { fields } = permission;
    const scope = version?.content.channels ?? [];
    const channels =
      purpose.basis === 'consent' ? standing.channels.filter((one) => scope.includes(one)) : scope;
    const asked = version?.content.fields.map(({ field }) => field) ?? [];
    const topics = version?.content.topics ?? null;
    return [{ relationshipId: id, customerId, subject, since, fields, asked, channels, topics }];
  });
  return found.sort((a, b) => (a.subject < b.subject ? -1 : 1));
}

function matches(person: PersonCase, opened: readonly FieldId[], { match, conditions }: SegmentConditions) {
  const holds = conditions.map((condition) => opened.includes(condition.field) && meets(person, condition));
  return conditions.length === 0 || (match === 'all' ? holds.every(Boolean) : holds.some(Boolean));
}

function meets({ facts }: PersonCase, { field, operator, values }: SegmentCondition): boolean {
  const fact = facts[field];
  if (fact === undefined || !operatorsFor(field).includes(operator)) return false;
  if (typeof fact === 'object') return fact.some((one) => values.includes(one));
  if (typeof fact === 'string') return values.includes(fact) !== (operator === 'is-not');
  const numbers = values.map((value) => (/^\d+$/.test(value) ? Number(value) : Number.NaN));
  if (numbers.some(Number.isNaN)) return false;
  if (operator === 'is') return numbers.includes(fact);
  return operator === 'at-least' ? numbers.some((n) => fact >= n) : numbers.some((n) => fact <= n);
}
