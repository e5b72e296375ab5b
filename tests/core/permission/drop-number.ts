import type { Channel } from '#schema/channel.ts';

/** Each round types another mobile number, and another number was never proved. */
export function dropNumber(
  customer: { readonly verified: Set<Channel>; wrote: number | null },
  round: number,
): void {
  if (customer.wrote !== round)
    for (const channel of ['sms', 'phone'] as const) customer.verified.delete(channel);
  customer.wrote = round;
}
