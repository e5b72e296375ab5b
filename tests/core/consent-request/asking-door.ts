import { askForConsent } from '#app/core/consent-request/ask-for-consent.ts';
import type { ConsentRequest } from '#app/core/consent-request/consent-request.ts';
import { findOpenQuestions } from '#app/core/consent-request/find-questions.ts';
import type { Intent } from '#app/core/shared/idempotency-store.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import type { QuestionText } from '#schema/consent-request.ts';
import { type Counter, openCounter } from '#tests/core/consent/counter.ts';
import type { Engine } from '#tests/support/engines.ts';

/** One customer of one shop, and a marketer who asks. */
export interface AskingDoor extends Counter {
  readonly marketer: Staff;
  ask(slug: string, text?: Partial<QuestionText>, more?: { staff?: Staff; intent?: Intent }): Promise<void>;
  /** Slugs of what the customer is asked now. */
  open(options?: { readonly quiet?: boolean }): Promise<string[]>;
  newest(): Promise<ConsentRequest>;
  all(): Promise<ConsentRequest[]>;
}

export const REASON = 'Sie waren im Frühling bei uns. Dürfen wir Ihnen schreiben?';

export async function openAskingDoor(engine: Engine): Promise<AskingDoor> {
  const it = await openCounter(engine);
  const { core, shop } = it;
  const { read } = core.storage;
  const person = { email: 'mara@alpenrad.example', name: 'Mara Muster', language: 'de' as const };
  const marketer = await addStaff(core, { companyId: shop.company.id, ...person, roles: ['marketer'] });
  const all = () => read.consentRequest.ofCustomer(it.customerId, 50);
  return {
    ...it,
    marketer,
    ask: async (slug, text = {}, { staff = marketer, intent } = {}) => {
      it.world.advance(1);
      const { subject } = await it.relationship();
      const { purpose } = await shop.purpose(slug);
      return askForConsent(core, {
        staff,
        subject,
        purposeId: purpose.id,
        text: { reason: REASON, fields: [], months: null, ...text },
        intent,
      });
    },
    open: async (options) => {
      const open = await findOpenQuestions(read, it.customerId, core.world.now(), options);
      return Promise.all(open.map(async ({ purposeId }) => (await read.purpose.find(purposeId))?.slug ?? ''));
    },
    newest: async () => {
      const [first] = await all();
      if (!first) throw new Error('nothing was asked');
      return first;
    },
    all,
  };
}
