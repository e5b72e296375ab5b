import { grantPending } from '#app/core/consent/grant-pending.ts';
import { verifyChannels } from '#app/core/customer/verify-channels.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { writeFields } from '#app/core/profile/write-fields.ts';
import { connectInside } from '#app/core/relationship/connect-company.ts';
import { setCustomerNumber } from '#app/core/relationship/set-customer-number.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import type { AccountAct } from './plan/planned-act.ts';
import { personNamed, type ReplayContext } from './replay-context.ts';

const CUSTOMER = { kind: 'customer', name: '' } as const;

/** How somebody begins. The mails of registration are the only step of real use that the replay leaves out. */
export function replayAccount(replay: ReplayContext, act: AccountAct): Promise<void> {
  const { core, cast } = replay;
  const { sequencer, keys } = core;
  const person = personNamed(replay, act.person);
  const { customerId, planned } = person;
  switch (act.kind) {
    case 'register':
      return sequencer.submit(async ({ tx, at }) => {
        await tx.customer.insert(
          {
            id: customerId,
            status: 'unconfirmed',
            language: planned.language,
            factId: person.factId,
            age: { sixteen: true, fourteen: true, answeredAt: at },
            restrictedAt: null,
            createdAt: at,
            confirmedAt: null,
          },
          keys.blindIndex('email', planned.email),
        );
        await writeFields(core, tx, customerId, new Map([['email', planned.email]]), at, 'customer');
      });
    case 'confirm':
      return sequencer.submit(async (context) => {
        const { tx, at } = context;
        const asked = (await tx.customer.find(customerId))?.createdAt ?? at;
        const how = `button behind a mailed link; asked ${asked}; mail ${core.world.newId()}; pressed ${at}`;
        await tx.customer.confirm(customerId, at);
        await tx.customer.verify(customerId, { channel: 'email', verifiedAt: at, how });
        for (const { id } of await tx.relationship.ofCustomer(customerId))
          await tx.relationship.setBlocked(id, false);
        const { language } = planned;
        await grantPending(core, context, customerId, {
          actor: CUSTOMER,
          method: 'join',
          source: '/join',
          language,
        });
      });
    case 'connect': {
      const relationshipId = person.relationshipIds[act.company];
      const connected = sequencer.submit(async (context) => {
        const customer = await context.tx.customer.find(customerId);
        if (!customer) throw new NotFoundError();
        const input = { customerId, companyId: cast.companies[act.company].id, source: act.via };
        const method = act.via === 'join' ? 'join' : 'web';
        const { subject } = await connectInside(
          core,
          context,
          customer,
          input,
          relationshipId,
          CUSTOMER,
          method,
        );
        person.subjects.set(act.company, subject);
      });
      const { customerNumber } = act;
      if (customerNumber === null) return connected;
      // Queued behind the connection it belongs to.
      return Promise.all([connected, setCustomerNumber(core, relationshipId, customerNumber)]).then(() => {});
    }
    case 'profile':
      return saveFields(
        core,
        customerId,
        act.values as Record<string, string | readonly string[]>,
        act.source,
      );
    case 'verify':
      return verifyChannels(core, customerId, act.channels, `code sent to the number; typed ${act.at}`);
  }
}
