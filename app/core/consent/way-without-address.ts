import type { Channel } from '#schema/channel.ts';
import type { ConsentChoice } from '#schema/consent.ts';
import type { FieldId } from '#schema/field.ts';
import type { PurposeContent } from '#schema/purpose.ts';

/** Ways that lead to an address or a number of the profile, with the fields of which one is enough. */
export const ADDRESSED_CHANNELS = ['email', 'sms', 'phone', 'post'] as const satisfies readonly Channel[];
export type AddressedChannel = (typeof ADDRESSED_CHANNELS)[number];

const ADDRESSES: Readonly<Record<AddressedChannel, readonly FieldId[]>> = {
  email: ['email'],
  sms: ['mobile'],
  phone: ['mobile', 'landline'],
  post: ['street'],
};

/**
 * The first chosen way for which the text offers an address that was not
 * chosen: a yes to it would name a way that leads nowhere. A text that offers
 * no such field has the address from elsewhere.
 */
export function wayWithoutAddress(
  { fields: asked }: Pick<PurposeContent, 'fields'>,
  { fields, channels }: Pick<ConsentChoice, 'fields' | 'channels'>,
): AddressedChannel | undefined {
  return ADDRESSED_CHANNELS.filter((channel) => channels.includes(channel)).find((channel) => {
    const offered = asked.filter(({ field }) => ADDRESSES[channel].includes(field));
    return offered.length > 0 && !offered.some(({ field }) => fields.includes(field));
  });
}
