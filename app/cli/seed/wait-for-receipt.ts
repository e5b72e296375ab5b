import { DECIDED } from '#app/core/mail/receipt.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { CustomerId } from '#schema/ids.ts';

/** So many of the newest decisions go into the demo's receipt. */
const DECISIONS = 4;

/**
 * The year's decisions bring no mails, or the demo would begin with hundreds.
 * One customer's newest ones wait for their receipt: it goes as soon as the
 * demo runs, and stands among its mails.
 */
export async function waitForReceipt({ storage, world }: Core, customerId: CustomerId): Promise<void> {
  const { ledger } = storage.read;
  const size = (await ledger.state())?.size ?? 0;
  const own = (await ledger.ofCustomer(customerId, 100)).filter(({ kind }) => DECIDED.has(kind));
  const first = own.slice(0, DECISIONS).at(-1);
  await storage.transact(async (tx) => {
    await tx.receipt.moveCursor(undefined, size);
    if (first) await tx.receipt.note({ customerId, fromIndex: first.index, dueAt: world.now() });
  });
}
