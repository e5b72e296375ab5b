import type { Channel } from '#schema/channel.ts';
import type { ConsentChoice } from '#schema/consent.ts';
import type { FieldId } from '#schema/field.ts';
import type { PurposeContent } from '#schema/purpose.ts';

/** Ways that lead to an address or a number of the profile, with the fields of which one is enough. */
export const ADDRESSED_CHANNELS = ['email', 'sms', 'phone', 'post'] as const satisfies readonly Channel[];
export type AddressedChannel = (typeof ADDRESSED_CHANNELS)[number];

const ADDRESSES: Readonly<Partial<Record<Channel, readonly FieldId[]>>> = {
  email: ['email'],
  sms: ['mobile'],
  phone: ['mobile', 'landline'],
  post: ['street'],
} satisfies Record<AddressedChannel, readonly FieldId[]>;

/** The fields that a way leads to, of those that a text asks for; none: the company has the address from elsewhere. */
export function addressesOf(channel: Channel, asked: readonly FieldId[]): FieldId[] {
  return asked.filter((field) => ADDRESSES[channel]?.includes(field) === true);
}

/**
 * Whether a way leads nowhere: the text asks for its address, and none of what
 * it asks for is given. Such a way is never open, whatever a yes once named.
 */
export function lacksAddress(
  channel: Channel,
  asked: readonly FieldId[],
  given: readonly FieldId[],
): boolean {
  const offered = addressesOf(channel, asked);
  return offered.length > 0 && !offered.some((field) => given.includes(field));
}

/** The first chosen way whose address was not chosen: a yes to it would name a way that leads nowhere. */
export function wayWithoutAddress(
  { fields: asked }: Pick<PurposeContent, 'fields'>,
  { fields, channels }: Pick<ConsentChoice, 'fields' | 'channels'>,
): AddressedChannel | undefined {
  const offered = asked.map(({ field }) => field);
  return ADDRESSED_CHANNELS.find(
    (channel) => channels.includes(channel) && lacksAddress(channel, offered, fields),
  );
}
