import type { CustomerId } from '#schema/ids.ts';
import { textIn } from '#schema/language.ts';
import type { OwnExport } from '#schema/own-export.ts';
import { findStandings } from '../permission/find-standings.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { openCustomerNumber } from '../vault/doors/open-evidence.ts';
import { collectOwnDialogue } from './collect-own-dialogue.ts';
import { collectOwnProfile } from './collect-own-profile.ts';
import { collectOwnQuestions } from './collect-own-questions.ts';
import { collectOwnRecalls } from './collect-own-recalls.ts';
import { collectOwnUpkeep } from './collect-own-upkeep.ts';
import { type Companies, nameOf, slugOf } from './company-names.ts';
import { ownRequests } from './own-requests.ts';

interface AccountOf {
  readonly customerId: CustomerId;
  readonly companies: Companies;
  readonly relationships: readonly Relationship[];
  readonly log: OwnExport['log'];
}

/** Everything kept about one customer but what grows without end: data, companies, answers, preferences, texts. */
export async function collectOwnAccount(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  { customerId, companies, relationships, log }: AccountOf,
  { texts, counts }: Pick<OwnExport, 'texts' | 'counts'>,
): Promise<OwnExport> {
  const { read } = core.storage;
  const customer = await read.customer.find(customerId);
  if (!customer) throw new NotFoundError();
  return {
    format: 'driverseat/export/v2',
    exportedAt: core.world.now(),
    log,
    counts,
    customer: {
      language: customer.language,
      createdAt: customer.createdAt,
      confirmedAt: customer.confirmedAt,
      verified: await read.customer.verifications(customerId),
    },
    profile: await collectOwnProfile(core, customerId, companies),
    companies: await Promise.all(
      relationships.map(async (relationship) => ({
        slug: slugOf(companies, relationship.companyId),
        name: nameOf(companies, relationship.companyId),
        legalName: companies.get(relationship.companyId)?.profile.legalName ?? '',
        subject: relationship.subject,
        customerNumber: (await openCustomerNumber(core, relationship, relationship.companyId)) ?? null,
        source: relationship.source,
        connectedAt: relationship.createdAt,
        endedAt: relationship.endedAt,
      })),
    ),
    preferences: await collectPreferences(core, customerId, companies),
    uses: await collectUses(core, relationships, companies),
    consents: await collectConsents(core, customerId, companies),
    recalls: await collectOwnRecalls(core, customerId, companies),
    asking: await collectOwnQuestions(core, customer, companies),
    ...(await collectOwnDialogue(core, customerId, companies)),
    requests: await ownRequests(core, customerId, companies),
    upkeep: await collectOwnUpkeep(core, customerId, companies),
    texts,
  };
}

async function collectPreferences(
  { storage: { read } }: Pick<Core, 'storage'>,
  customerId: CustomerId,
  companies: Companies,
): Promise<OwnExport['preferences']> {
  const overrides = await read.preference.overrides(customerId);
  return [
    { company: null, ...(await read.preference.find(customerId, null)) },
    ...[...overrides].map(([id, preference]) => ({ company: slugOf(companies, id), ...preference })),
  ];
}

/** More messages than this of one company would need a file of its own; none is left out silently: it throws. */
const MOST_USES = 20_000;

async function collectUses(
  { storage: { read } }: Pick<Core, 'storage'>,
  relationships: readonly Relationship[],
  companies: Companies,
): Promise<OwnExport['uses']> {
  const uses: OwnExport['uses'] = [];
  for (const { id, companyId } of relationships) {
    const own = await read.use.ofRelationship(id, MOST_USES);
    if (own.length === MOST_USES) throw new Error('more messages than one export can hold');
    const slugs = new Map(
      (await read.purpose.all(companyId)).map(({ purpose }) => [purpose.id, purpose.slug]),
    );
    for (const { at, purposeId, channel, topic, how, reportedAt } of own) {
      const purpose = slugs.get(purposeId) ?? null;
      uses.push({ at, company: slugOf(companies, companyId), purpose, channel, topic, how, reportedAt });
    }
  }
  return uses.sort((a, b) => (a.at > b.at ? -1 : 1));
}

async function collectConsents(
  { storage: { read }, world }: Pick<Core, 'storage' | 'world'>,
  customerId: CustomerId,
  companies: Companies,
): Promise<OwnExport['consents']> {
  const consents: OwnExport['consents'] = [];
  for (const relationship of await read.relationship.ofCustomer(customerId)) {
    const customer = await read.customer.find(customerId);
    const language = customer?.language ?? 'de';
    for (const found of await findStandings(read, relationship, world.now())) {
      const { purpose, current, granted, standing, permission } = found;
      const version = granted ?? current;
      consents.push({
        company: slugOf(companies, relationship.companyId),
        purpose: purpose.slug,
        title: textIn(version.content.title, language),
        basis: purpose.basis,
        state: standing.state,
        version: version.version,
        fields: standing.fields,
        channels: standing.channels,
        decidedAt: standing.decidedAt,
        expiresAt: standing.expiresAt,
        allowed: permission.allowed,
        reason: permission.reason,
      });
    }
  }
  return consents;
}
