import type { Channel } from '#schema/channel.ts';
import type { CustomerId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';

/** Notes that the customer proved to own a number: SMS and phone count from here on. An e-mail never proves a number. */
export function verifyChannels(
  core: Pick<Core, 'sequencer'>,
  customerId: CustomerId,
  channels: readonly Channel[],
  how: string,
): Promise<void> {
  return core.sequencer.submit(async ({ tx, at }) => {
    if (!(await tx.customer.find(customerId))) throw new NotFoundError();
    for (const channel of channels) await tx.customer.verify(customerId, { channel, verifiedAt: at, how });
  });
}
