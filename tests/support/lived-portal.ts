import { randomFrom } from '#app/cli/seed/plan/random.ts';
import { ConsentError } from '#app/core/consent/consent-error.ts';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { recordNo } from '#app/core/consent/record-no.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import { takeEverythingBack } from '#app/core/consent/take-everything-back.ts';
import { undoDecision } from '#app/core/consent/undo-decision.ts';
import { exportPeople } from '#app/core/export/export-people.ts';
import { setPreference } from '#app/core/preference/set-preference.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { restrictRelationship } from '#app/core/relationship/restrict-relationship.ts';
import { addMs, DAY_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import type { Core } from '#app/core/shared/core.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { openEvidence } from '#app/core/vault/doors/open-evidence.ts';
import type { CustomerId } from '#schema/ids.ts';
import { addDemoCompany, type DemoCompany } from '#tests/support/demo-company.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import type { TestWorld } from '#tests/support/test-world.ts';

export interface LivedPortal {
  readonly shops: readonly DemoCompany[];
  readonly customers: readonly CustomerId[];
  readonly marketers: readonly Staff[];
  readonly officers: readonly Staff[];
}

export interface LifeInput {
  readonly acts: number;
  readonly customers: number;
  readonly seed?: number;
  /** Called after every 40 acts. */
  readonly often?: () => Promise<void>;
}

export const WEB = {
  actor: { kind: 'customer', name: '' },
  method: 'web',
  source: '/me',
  language: 'de',
} as const;

/** Whatever any purpose of the demo requires. */
export const FULL_PROFILE = {
  'given-name': 'Clara',
  'family-name': 'Moosbrugger',
  street: 'Seestraße 4',
  'postal-code': '6900',
  city: 'Bregenz',
  country: 'at',
  mobile: '+43 660 1234567',
  'home-type': 'house',
  needs: ['new-bicycle'],
  'frame-number': 'WTU123K4567',
  'meter-number': '1234567890',
} as const;

/**
 * A portal of two companies in which a lot has happened by chance, the same on
 * every run, through the acts of real use.
 */
export async function liveInPortal(
  { core, world }: { readonly core: Core; readonly world: TestWorld },
  { acts, customers: count, seed = 1, often }: LifeInput,
): Promise<LivedPortal> {
  const random = randomFrom(seed);
  const shops = [await addDemoCompany(core, 'alpenrad'), await addDemoCompany(core, 'rheinstrom')];
  const staffOf = (role: 'marketer' | 'officer') =>
    Promise.all(
      shops.map(({ company }) => {
        const email = `${role}@${company.slug}.example`;
        return addStaff(core, {
          companyId: company.id,
          email,
          name: 'Mara Muster',
          roles: [role],
          language: 'de',
        });
      }),
    );
  const [marketers, officers] = [await staffOf('marketer'), await staffOf('officer')];
  const customers: CustomerId[] = [];
  for (let index = 0; index < count; index += 1) {
    const { customerId } = await registerConfirmed(core, `kunde${index}@beispiel.at`);
    await saveFields(core, customerId, FULL_PROFILE);
    for (const { company } of shops)
      await connectCompany(core, { customerId, companyId: company.id, source: 'directory' });
    customers.push(customerId);
  }
  const lived = { shops, customers, marketers, officers };
  for (let index = 1; index <= acts; index += 1) {
    world.advance(random.pick([1, MINUTE_MS, 9 * MINUTE_MS, DAY_MS]));
    await actByChance(core, lived, random).catch((error: unknown) => {
      // Too late to undo, nothing to undo: answers of real use.
      if (!(error instanceof ConsentError)) throw error;
    });
    if (index % 40 === 0) await often?.();
  }
  return lived;
}

async function actByChance(
  core: Core,
  { shops, customers, marketers, officers }: LivedPortal,
  random: ReturnType<typeof randomFrom>,
): Promise<void> {
  const which = random.int(shops.length);
  const [shop, marketer, officer] = [shops[which], marketers[which], officers[which]];
  if (!shop || !marketer || !officer) return;
  const customerId = random.pick(customers);
  const companyId = shop.company.id;
  const { read } = core.storage;
  const choices = (await read.purpose.current(companyId)).filter(({ purpose: { basis } }) =>
    ['consent', 'objection'].includes(basis),
  );
  const current = random.pick(choices);
  const which1 = { customerId, companyId, purposeId: current.purpose.id };
  const relationship = await read.relationship.findLive(customerId, companyId);
  if (!relationship) return;
  const look = {
    staff: marketer,
    role: 'marketer',
    purposeId: current.purpose.id,
    reason: 'Rundbrief',
  } as const;
  const dice = random.int(100);
  if (dice < 40) {
    await grantConsent(
      core,
      { ...which1, versionId: current.version.id, choice: choiceOf(current, random) },
      WEB,
    );
  } else if (dice < 58) await sayNo(core, which1, WEB);
  else if (dice < 68) {
    const index = (await read.consent.find(relationship.id, current.purpose.id))?.lastIndex ?? -1;
    await undoDecision(core, { ...which1, index }, WEB);
  } else if (dice < 72) {
    const source = 'Brief vom 3. Mai';
    await recordNo(core, { staff: marketer, subject: relationship.subject, method: 'letter', source });
  } else if (dice < 78) {
    const pausedUntil = random.chance(0.5) ? addMs(core.world.now(), DAY_MS) : null;
    const channelsOff = random.chance(0.5) ? (['sms'] as const) : null;
    await setPreference(core, {
      customerId,
      companyId: random.pick([null, companyId]),
      pausedUntil,
      channelsOff,
    });
  } else if (dice < 81) {
    await restrictRelationship(core, { customerId, companyId, restricted: !relationship.restrictedAt });
  } else if (dice < 83) await takeEverythingBack(core, { customerId, companyId }, WEB);
  else if (dice < 91) {
    const people = { afterSubject: null, limit: 50 };
    await discloseToCompany(core, { ...look, how: 'list', runId: core.world.newId(), people });
  } else if (dice < 95) for await (const batch of exportPeople(core, look)) void batch;
  else if (dice < 98) {
    const entries = await read.ledger.ofRelationship(relationship.id);
    await openEvidence(core, officer, relationship, entries, 'Anfrage nach Art. 15');
  } else await shop.change(current.purpose.slug);
}

/** All that is required and some of the rest. */
export function choiceOf({ version: { content } }: CurrentPurpose, random: ReturnType<typeof randomFrom>) {
  return {
    fields: content.fields.filter(({ required }) => required || random.chance(0.5)).map(({ field }) => field),
    channels: content.channels.length > 0 ? random.some(content.channels, 0.5) : [],
  };
}
