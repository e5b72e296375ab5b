import { ConsentError } from '#app/core/consent/consent-error.ts';
import { expireConsents } from '#app/core/consent/expire-consents.ts';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { recordNo } from '#app/core/consent/record-no.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import { undoDecision } from '#app/core/consent/undo-decision.ts';
import { answerAge } from '#app/core/customer/answer-age.ts';
import { setPreference } from '#app/core/preference/set-preference.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { releasePurpose } from '#app/core/purpose/release-purpose.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { restrictRelationship } from '#app/core/relationship/restrict-relationship.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import type { Core } from '#app/core/shared/core.ts';
import { recordUses } from '#app/core/use/record-uses.ts';
import { UseError } from '#app/core/use/use-error.ts';
import type { CompanyId, CustomerId, PurposeId, PurposeVersionId, Slug } from '#schema/ids.ts';
import { instantOf } from '#schema/instant.ts';
import type { BuiltTown } from './built-town.ts';
import { pauseEnd } from './fold-memory.ts';
import type { Dated } from './history.ts';
import type { Fate } from './oracle.ts';
import { typedProfile } from './profiles.ts';
import { purposeContent } from './purpose-content.ts';

/** Writes what no act exists for yet, as the act to come must leave it. */
export interface Hand {
  restrictCustomer(customerId: CustomerId, on: boolean): Promise<void>;
}

const CONTEXT = {
  actor: { kind: 'customer', name: '' },
  method: 'web',
  source: '/me',
  language: 'de',
} as const;

/** Carries one deed out through the acts that pages call; refusals are answers, anything else is thrown. */
export async function playDeed(core: Core, town: BuiltTown, deed: Dated, hand: Hand): Promise<Fate> {
  try {
    return (await play(core, town, deed, hand)) ?? 'written';
  } catch (error) {
    if ([ConsentError, NotFoundError, UseError].some((refusal) => error instanceof refusal)) return 'refused';
    throw error;
  }
}

async function play(core: Core, town: BuiltTown, deed: Dated, hand: Hand): Promise<Fate | undefined> {
  switch (deed.type) {
    case 'release':
    case 'correct':
      return release(core, town, deed);
    case 'retire': {
      const id = town.purposes.get(deed.purpose);
      const known = id && (await core.storage.read.purpose.find(id));
      if (known && !known.retiredAt)
        await core.storage.transact((tx) => tx.purpose.retire(known.id, instantOf(deed.at)));
      return undefined;
    }
    case 'expire':
      await expireConsents(core);
      return undefined;
    case 'yes':
    case 'no':
    case 'undo':
      return decide(core, town, deed);
    default:
      return live(core, town, deed, hand);
  }
}

async function live(
  core: Core,
  town: BuiltTown,
  deed: Exclude<Dated, { type: 'release' | 'correct' | 'retire' | 'expire' | 'yes' | 'no' | 'undo' }>,
  hand: Hand,
): Promise<undefined> {
  const { id: customerId } = at(town.customers, deed.customer);
  const companyOf = (index: number): CompanyId => at(town.companies, index).id;
  switch (deed.type) {
    case 'write':
      await saveFields(core, customerId, typedProfile(town.mark, deed.customer, deed.round));
      return;
    case 'confirm':
      await town.confirm(deed.customer);
      return;
    case 'age':
      await answerAge(core, { customerId, limit: deed.limit, yes: deed.yes });
      return;
    case 'restrict-customer':
      await hand.restrictCustomer(customerId, deed.on);
      return;
    case 'connect':
      await connectCompany(core, { customerId, companyId: companyOf(deed.company), source: 'directory' });
      return;
    case 'end': {
      await endRelationship(core, { customerId, companyId: companyOf(deed.company) }, CONTEXT);
      return;
    }
    case 'restrict': {
      const companyId = companyOf(deed.company);
      await restrictRelationship(core, { customerId, companyId, restricted: deed.on });
      return;
    }
    case 'pause':
    case 'channels-off':
    case 'topics-off':
    case 'most':
    case 'quiet': {
      const companyId = deed.company === null ? null : companyOf(deed.company);
      await setPreference(core, { customerId, companyId, ...wishOf(deed) });
      return;
    }
    case 'use': {
      const { company } = at(town.plan.purposes, deed.purpose);
      const { subject } = await running(core, town, deed.customer, company);
      const use = { subject, channel: deed.channel, topic: null, at: instantOf(deed.at) };
      await recordUses(core, {
        companyId: companyOf(company),
        reportedBy: 'test',
        how: 'api',
        reference: core.world.newId(),
        uses: [{ ...use, purposeId: town.purposes.get(deed.purpose) ?? ('' as PurposeId) }],
      });
      return;
    }
    case 'verify': {
      const verification = { channel: deed.channel, verifiedAt: instantOf(deed.at), how: 'test' };
      await core.storage.transact((tx) => tx.customer.verify(customerId, verification));
      return;
    }
    case 'unverify':
      await core.storage.transact((tx) => tx.customer.unverify(customerId, deed.channel));
  }
}

function wishOf(deed: Extract<Dated, { type: 'pause' | 'channels-off' | 'topics-off' | 'most' | 'quiet' }>) {
  switch (deed.type) {
    case 'pause':
      return { pausedUntil: pauseEnd(deed.until) };
    case 'channels-off':
      return { channelsOff: deed.off };
    case 'topics-off':
      return { topicsOff: deed.off };
    case 'most':
      return { mostPerWeek: deed.perWeek };
    case 'quiet':
      return { quietHours: deed.hours };
  }
}

async function decide(
  core: Core,
  town: BuiltTown,
  deed: Extract<Dated, { type: 'yes' | 'no' | 'undo' }>,
): Promise<Fate> {
  const { company } = at(town.plan.purposes, deed.purpose);
  const { id: companyId, marketer: staff } = at(town.companies, company);
  const { id: customerId } = at(town.customers, deed.customer);
  const purposeId = town.purposes.get(deed.purpose) ?? ('' as PurposeId);
  const input = { customerId, companyId, purposeId };
  const { read } = core.storage;
  if (deed.type === 'yes') {
    const versions = (await read.purpose.versions(purposeId)).sort((a, b) => b.version - a.version);
    const versionId = versions[deed.back]?.id ?? ('none' as PurposeVersionId);
    const choice = { fields: [...deed.fields], channels: [...deed.channels], months: deed.months };
    return fateOf(await grantConsent(core, { ...input, versionId, choice }, CONTEXT));
  }
  if (deed.type === 'no' && deed.by === 'customer') return fateOf(await sayNo(core, input, CONTEXT));
  const { id, subject } = await running(core, town, deed.customer, company);
  if (deed.type === 'no') {
    const noted = await recordNo(core, { staff, subject, purposeId, method: 'letter', source: 'letter 7' });
    return fateOf(at(noted, 0));
  }
  const index = (await read.consent.find(id, purposeId))?.lastIndex ?? -1;
  return fateOf(await undoDecision(core, { ...input, index }, CONTEXT));
}

async function release(
  core: Core,
  town: BuiltTown,
  deed: Extract<Dated, { type: 'release' | 'correct' }>,
): Promise<undefined> {
  const { company, basis } = at(town.plan.purposes, deed.purpose);
  const known = town.purposes.get(deed.purpose);
  const before = known && (await core.storage.read.purpose.currentVersion(known));
  const wording = `as of ${deed.at}, after ${before?.version ?? 0}`;
  const scope = deed.type === 'release' ? deed.scope : before?.content;
  if (!scope) return;
  const { purposeId } = await releasePurpose(core, {
    companyId: at(town.companies, company).id,
    slug: `purpose-${deed.purpose}` as Slug,
    position: deed.purpose,
    content: purposeContent(basis, scope, wording),
    kind: deed.type === 'correct' ? 'correction' : before ? 'change' : 'first',
    oldScopeUntil:
      deed.type === 'release' && deed.oldScopeForMs !== null ? instantOf(deed.at + deed.oldScopeForMs) : null,
  });
  town.purposes.set(deed.purpose, purposeId);
}

async function running(
  core: Core,
  town: BuiltTown,
  customer: number,
  company: number,
): Promise<Relationship> {
  const { read } = core.storage;
  const found = await read.relationship.findLive(
    at(town.customers, customer).id,
    at(town.companies, company).id,
  );
  if (!found) throw new NotFoundError();
  return found;
}

function fateOf({ index }: { readonly index: number | null }): Fate {
  return index === null ? 'nothing-new' : 'written';
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}
