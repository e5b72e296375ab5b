import type { DecisionContext } from '#app/core/consent/apply-decision.ts';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import { undoDecision } from '#app/core/consent/undo-decision.ts';
import { findPermission } from '#app/core/permission/find-permission.ts';
import type { RawFields } from '#app/core/profile/save-fields.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import type { Channel } from '#schema/channel.ts';
import type { ConsentStanding } from '#schema/consent.ts';
import type { FieldId } from '#schema/field.ts';
import type { CustomerId, PurposeVersionId } from '#schema/ids.ts';
import type { ConsentRecord } from '#schema/ledger.ts';
import type { Permission } from '#schema/permission.ts';
import { createLogCheck, type LogCheck } from '#tests/support/check-log.ts';
import { addDemoCompany, type DemoCompany } from '#tests/support/demo-company.ts';
import type { Engine } from '#tests/support/engines.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

export interface Yes {
  readonly fields?: readonly FieldId[];
  readonly channels?: readonly Channel[];
  readonly months?: number;
  readonly values?: RawFields;
  readonly versionId?: PurposeVersionId;
}

/** One confirmed customer of one shop, and everything that can be decided between them. */
export interface Counter extends TestCore {
  readonly shop: DemoCompany;
  readonly customerId: CustomerId;
  readonly log: LogCheck;
  relationship(): Promise<Relationship>;
  /** Without a choice: all that is required, and the first channel. */
  yes(slug: string, yes?: Yes, context?: Partial<DecisionContext>): ReturnType<typeof grantConsent>;
  no(slug: string, context?: Partial<DecisionContext>): ReturnType<typeof sayNo>;
  undo(slug: string, index: number | null): ReturnType<typeof undoDecision>;
  standing(slug: string): Promise<ConsentStanding | undefined>;
  may(slug: string, channel?: Channel): Promise<Permission>;
  /** Of this customer and purpose, oldest first, opened. */
  events(slug: string): Promise<ConsentRecord[]>;
  size(): Promise<number>;
}

export const WEB: DecisionContext = {
  actor: { kind: 'customer', name: '' },
  method: 'web',
  source: '/me/companies/alpenrad',
  language: 'de',
};

let people = 0;

export async function openCounter(engine: Engine): Promise<Counter> {
  const it = await createTestCore(engine);
  const shop = await addDemoCompany(it.core, 'alpenrad');
  const { customerId } = await registerConfirmed(it.core, `theke${++people}@beispiel.at`);
  await saveFields(it.core, customerId, { 'postal-code': '6900', country: 'at', 'given-name': 'Clara' });
  await connectCompany(it.core, { customerId, companyId: shop.company.id, source: 'directory' });
  return { ...it, ...counterOf(it, shop, customerId) };
}

/** The same acts for another customer, or through another node's core. */
export function counterOf(
  it: TestCore,
  shop: DemoCompany,
  customerId: CustomerId,
): Omit<Counter, keyof TestCore> {
  const { core } = it;
  const { read } = core.storage;
  const which = async (slug: string) => {
    const { purpose, version } = await shop.purpose(slug);
    return { purpose, version, case: { customerId, companyId: shop.company.id, purposeId: purpose.id } };
  };
  const relationship = async () => {
    const found = await read.relationship.findLive(customerId, shop.company.id);
    if (!found) throw new Error('not connected');
    return found;
  };
  return {
    shop,
    customerId,
    log: createLogCheck(it),
    relationship,
    yes: async (slug, { fields, channels, months, values, versionId } = {}, context = {}) => {
      const { version, case: input } = await which(slug);
      const required = version.content.fields.filter((asked) => asked.required).map(({ field }) => field);
      const choice = {
        fields: [...(fields ?? required)],
        channels: [...(channels ?? version.content.channels.slice(0, 1))],
        ...(months ? { months } : {}),
      };
      return grantConsent(
        core,
        { ...input, versionId: versionId ?? version.id, choice, ...(values ? { values } : {}) },
        { ...WEB, ...context },
      );
    },
    no: async (slug, context = {}) => sayNo(core, (await which(slug)).case, { ...WEB, ...context }),
    undo: async (slug, index) => undoDecision(core, { ...(await which(slug)).case, index: index ?? -1 }, WEB),
    standing: async (slug) => {
      const { purpose } = await which(slug);
      return (await read.consent.find((await relationship()).id, purpose.id))?.standing;
    },
    may: async (slug, channel) =>
      findPermission(read, await relationship(), (await which(slug)).purpose, core.world.now(), channel),
    events: async (slug) => {
      const { purpose } = await which(slug);
      const entries = await read.ledger.ofRelationship((await relationship()).id, purpose.id);
      return (await openEntries(core, entries)).map(({ record }) => record as ConsentRecord);
    },
    size: async () => (await read.ledger.state())?.size ?? 0,
  };
}
