import type { DecisionContext } from '#app/core/consent/apply-decision.ts';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import { writeFields } from '#app/core/profile/write-fields.ts';
import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import { connectInside } from '#app/core/relationship/connect-company.ts';
import type { Core } from '#app/core/shared/core.ts';
import { evidenceKeyId, profileKeyId } from '#app/core/vault/places.ts';
import type { CatalogueField, FieldValue } from '#schema/field.ts';
import type { CompanyId, CustomerId, FactId, RelationshipId } from '#schema/ids.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';

/** Both open facts; each customer answers both in turn. */
const PURPOSES = ['newsletter', 'ride-advice'] as const;

const AT_ONCE = 200;

export interface ConsentWorld {
  readonly companyId: CompanyId;
  readonly relationships: readonly RelationshipId[];
  readonly purposes: readonly CurrentPurpose[];
  /** The next real change of somebody's answer: yes after a no and no after a yes. */
  change(): Promise<void>;
}

/**
 * Customers of one company with profiles as people fill them in, confirmed and connected.
 *
 * @param actWith what the changes go through, when it is something else
 */
export async function createConsentWorld(
  core: Core,
  customers: number,
  actWith: Core = core,
): Promise<ConsentWorld> {
  const { company, purpose } = await addDemoCompany(core, 'alpenrad');
  const purposes = await Promise.all(PURPOSES.map(purpose));
  const people = Array.from({ length: customers }, () => ({
    customerId: core.world.newId() as CustomerId,
    relationshipId: core.world.newId() as RelationshipId,
  }));
  for (let from = 0; from < customers; from += AT_ONCE) {
    const some = people.slice(from, from + AT_ONCE);
    const keyIds = some.flatMap((one) => [profileKeyId(one.customerId), evidenceKeyId(one.relationshipId)]);
    await core.keys.createMany(keyIds);
    await Promise.all(some.map((one, at) => addCustomer(core, company.id, one, from + at)));
  }
  const granted = new Set<number>();
  let turn = 0;
  return {
    companyId: company.id,
    relationships: people.map(({ relationshipId }) => relationshipId),
    purposes,
    change: async () => {
      const place = turn % (customers * purposes.length);
      turn += 1;
      const person = people[place % customers];
      const asked = purposes[Math.floor(place / customers)];
      if (!person || !asked) throw new Error('no such customer');
      const subject = { customerId: person.customerId, companyId: company.id, purposeId: asked.purpose.id };
      const yes = !granted.delete(place);
      if (yes) granted.add(place);
      const applied = yes
        ? await grantConsent(actWith, { ...subject, ...answerTo(asked) }, CONTEXT)
        : await sayNo(actWith, subject, CONTEXT);
      if (applied.index === null) throw new Error('a change that changed nothing');
    },
  };
}

const CONTEXT: DecisionContext = {
  actor: { kind: 'customer', name: '' },
  method: 'web',
  source: '/me/companies/alpenrad/newsletter',
  language: 'de',
};

function answerTo({ version }: CurrentPurpose) {
  const fields = version.content.fields.map(({ field }) => field);
  return { versionId: version.id, choice: { fields, channels: [...version.content.channels] } };
}

async function addCustomer(
  core: Core,
  companyId: CompanyId,
  { customerId, relationshipId }: { customerId: CustomerId; relationshipId: RelationshipId },
  number: number,
): Promise<void> {
  const factId = core.world.newId() as FactId;
  const email = `customer-${number}@example.org`;
  await core.sequencer.submit(async (act) => {
    const { tx, at } = act;
    await tx.customer.insert(
      {
        id: customerId,
        status: 'active',
        language: 'de',
        factId,
        age: { sixteen: true, fourteen: true, answeredAt: at },
        restrictedAt: null,
        createdAt: at,
        confirmedAt: at,
      },
      core.keys.blindIndex('email', email),
    );
    await tx.customer.verify(customerId, { channel: 'email', verifiedAt: at, how: 'button behind a link' });
    await writeFields(core, tx, customerId, profileOf(number, email), at, 'customer');
    const customer = await tx.customer.find(customerId);
    if (!customer) throw new Error('the customer just added is not there');
    const input = { customerId, companyId, source: 'join' };
    await connectInside(core, act, customer, input, relationshipId, { kind: 'customer', name: '' }, 'join');
  });
}

function profileOf(number: number, email: string): Map<CatalogueField, FieldValue> {
  return new Map<CatalogueField, FieldValue>([
    ['email', email],
    ['given-name', `Given ${number}`],
    ['family-name', `Family ${number}`],
    ['country', number % 3 ? 'at' : 'de'],
    ['postal-code', number % 3 ? '6900' : '88131'],
    ['birth-date', `${1950 + (number % 50)}-04-12`],
    ['household-size', String(1 + (number % 4))],
    ['bicycle-kind', 'trekking'],
    ['interests', ['cycling-tours', 'repair']],
    ['needs', ['new-bicycle']],
    ['attitudes', ['lasting-quality']],
  ]);
}
