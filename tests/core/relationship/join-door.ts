import type { JoinForm, RawAnswer } from '#app/core/relationship/check-join.ts';
import { joinCompany } from '#app/core/relationship/join-company.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import type { ConsentStanding } from '#schema/consent.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { ConsentRecord } from '#schema/ledger.ts';
import { createLogCheck, type LogCheck } from '#tests/support/check-log.ts';
import { addDemoCompany, type DemoCompany } from '#tests/support/demo-company.ts';
import type { Engine } from '#tests/support/engines.ts';
import { createTestMailbox, type TestMailbox, tokenIn } from '#tests/support/mailbox.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

export const SOURCE = '/join/alpenrad';

/** A portal with one company, seen from its join page. */
export interface JoinDoor extends TestCore {
  readonly mailbox: TestMailbox;
  readonly shop: DemoCompany;
  readonly log: LogCheck;
  newEmail(): string;
  answer(slug: string, say: 'yes' | 'no', more?: Partial<RawAnswer>): Promise<RawAnswer>;
  /** Yes to one purpose with one of its optional fields, no to another, the third is left open. */
  usualForm(email: string): Promise<JoinForm>;
  join(form: JoinForm): ReturnType<typeof joinCompany>;
  /** Sends the form and answers with the token in the mail. */
  joined(form: JoinForm): Promise<string>;
  /** By purpose; only what was ever decided. */
  standings(customerId: CustomerId): Promise<Record<string, ConsentStanding>>;
  consentEvents(customerId: CustomerId): Promise<ConsentRecord[]>;
  logSize(): Promise<number>;
}

export async function openJoinDoor(engine: Engine): Promise<JoinDoor> {
  const it = await createTestCore(engine);
  const { read } = it.core.storage;
  const mailbox = createTestMailbox(it.core);
  const shop = await addDemoCompany(it.core, 'alpenrad');
  let count = 0;

  async function answer(slug: string, say: 'yes' | 'no', more: Partial<RawAnswer> = {}): Promise<RawAnswer> {
    const { purpose, version } = await shop.purpose(slug);
    const shown = { purposeId: purpose.id, versionId: version.id, language: 'de' as const };
    return { ...shown, answer: say, fields: [], channels: ['email'], ...more };
  }
  const join = (form: JoinForm) =>
    joinCompany(it.core, { companyId: shop.company.id, form, language: 'de', source: SOURCE, gpc: true });

  return {
    ...it,
    mailbox,
    shop,
    log: createLogCheck(it),
    newEmail: () => `kunde${++count}@beispiel.at`,
    answer,
    join,
    usualForm: async (email) => ({
      email,
      oldEnough: true,
      answers: [
        await answer('newsletter', 'yes', { fields: ['given-name', 'interests'] }),
        await answer('test-rides', 'no'),
      ],
      values: { 'given-name': ' Clara ', interests: ['repair'], mobile: '+43 660 1234567' },
    }),
    joined: async (form) => {
      const problems = await join(form);
      if (problems.length > 0) throw new Error(`the form was refused: ${JSON.stringify(problems)}`);
      return tokenIn(await mailbox.collectOne());
    },
    standings: async (customerId) => {
      const relationship = await read.relationship.findLive(customerId, shop.company.id);
      const consents = relationship ? await read.consent.ofRelationship(relationship.id) : [];
      const named = consents.map(async ({ purposeId, standing }) => {
        return [(await read.purpose.find(purposeId))?.slug ?? '', standing] as const;
      });
      return Object.fromEntries(await Promise.all(named));
    },
    consentEvents: async (customerId) => {
      const opened = await openEntries(it.core, await read.ledger.ofCustomer(customerId, 100));
      return opened
        .map(({ record }) => record)
        .filter((record): record is ConsentRecord => 'standing' in record);
    },
    logSize: async () => (await read.ledger.state())?.size ?? 0,
  };
}
