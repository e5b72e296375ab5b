import type { PurposeStanding } from '#app/core/permission/find-standings.ts';
import { addressesOf, lacksAddress } from '#app/core/permission/way-without-address.ts';
import { groupsOf, profileValue } from '#app/core/profile/derive-value.ts';
import type { ProfileEntries } from '#app/core/vault/doors/read-own.ts';
import type { SilentWay } from '#app/screens/me/view.ts';
import { type Channel, VERIFIABLE_CHANNELS } from '#schema/channel.ts';
import type { FieldGroup, FieldId } from '#schema/field.ts';

/** Ways that lead nowhere: the company does not get the address, or the profile has none. */
export function waysWithoutTarget(found: PurposeStanding, entries: ProfileEntries): SilentWay[] {
  return silentWays(found, { off: [], verified: VERIFIABLE_CHANNELS, entries });
}

/** Where the addresses of all ways lie. */
export const ADDRESS_GROUPS: readonly FieldGroup[] = groupsOf(['email', 'mobile', 'landline', 'street']);

/** Fields and ways of what runs: a yes names its own, without one the text does. */
function scopeOf({ purpose, standing, granted, current }: PurposeStanding) {
  const { content } = granted ?? current;
  const asked = content.fields.map(({ field }) => field);
  const open = purpose.basis === 'objection' && standing.state === 'open';
  return {
    asked,
    given: open ? asked : standing.fields,
    channels: open ? content.channels : granted ? standing.channels : [],
  };
}

/** Ways of a running purpose that lead nowhere, because the company does not get the address. */
export function waysWithoutAddress(found: PurposeStanding): Channel[] {
  const { asked, given, channels } = scopeOf(found);
  return channels.filter((channel) => lacksAddress(channel, asked, given));
}

/** Ways of a running purpose on which nothing comes at the moment, with the first reason that applies. */
export function silentWays(
  found: PurposeStanding,
  {
    off,
    verified,
    entries,
  }: { off: readonly Channel[]; verified: readonly Channel[]; entries: ProfileEntries },
): SilentWay[] {
  const { asked, given, channels } = scopeOf(found);
  return channels.flatMap((channel): SilentWay[] => {
    const addresses = addressesOf(channel, asked).filter((field) => given.includes(field));
    const [first] = addresses;
    if (lacksAddress(channel, asked, given)) {
      const field = addressesOf(channel, asked)[0] ?? null;
      return [{ channel, reason: 'address-hidden', field }];
    }
    if (off.includes(channel)) return [{ channel, reason: 'channel-off', field: null }];
    if (first && addresses.every((field) => isEmpty(field, entries)))
      return [{ channel, reason: 'address-empty', field: first }];
    const proved = !VERIFIABLE_CHANNELS.includes(channel) || verified.includes(channel);
    return proved ? [] : [{ channel, reason: 'channel-unverified', field: null }];
  });
}

/** The address of the account stands with the account. */
const isEmpty = (field: FieldId, entries: ProfileEntries): boolean =>
  field !== 'email' && profileValue(field, entries) === undefined;
