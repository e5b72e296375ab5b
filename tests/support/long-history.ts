import { setPreference } from '#app/core/preference/set-preference.ts';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { CustomerId } from '#schema/ids.ts';

const AT_ONCE = 1_000;

/** Real entries of one customer's log, through the sequencer: as many changes of a pause as are asked for, one entry each. */
export async function addEntries(core: Core, customerId: CustomerId, count: number): Promise<void> {
  const [relationship] = await core.storage.read.relationship.ofCustomer(customerId);
  if (!relationship) throw new Error('a customer with a company');
  const { companyId } = relationship;
  for (let done = 0; done < count; done += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, offset) =>
      setPreference(core, {
        customerId,
        companyId,
        pausedUntil: addMs(core.world.now(), DAY_MS + (done + offset)),
      }),
    );
    await Promise.all(some);
  }
}
