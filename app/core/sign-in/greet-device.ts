import { DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { draftMail } from './draft-mail.ts';
import type { Account } from './find-account.ts';
import type { BrowserKind } from './seen-device.ts';

/** A device that was not used for so long is a new one again; no browser keeps a cookie longer. */
export const DEVICE_MS = 400 * DAY_MS;

export interface Greeting {
  /** Random, from the cookie of the device. */
  readonly deviceId: string;
  readonly seen: BrowserKind;
  /** The account is told otherwise, or need not be told: a new password, the demo. */
  readonly quiet?: boolean | undefined;
}

/**
 * After a sign-in, before the browser gets its session: a device that this
 * account was never signed in on is told of by mail. The very first device of
 * an account sends none. No network address and no name of the device is kept;
 * what the browser calls itself stands sealed in the mail until it is sent.
 */
export async function greetDevice(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  account: Account,
  { deviceId, seen, quiet = false }: Greeting,
): Promise<void> {
  const { principal, person, keyId } = account;
  const at = core.world.now();
  const today = at.slice(0, 10);
  const hash = core.keys.blindIndex('device', `${principal}/${deviceId}`);
  const customer = account.kind === 'customer';
  const order = {
    template: 'new-device',
    to: principal,
    language: person.language,
    companyId: null,
    linkPath: customer ? '/me/account' : '',
    goodUntil: null,
  } as const;
  const secret = { token: 'sessions', device: { at, ...seen } };
  const notice = quiet ? undefined : await draftMail(core, order, keyId, secret);
  await core.storage.transact(async (tx) => {
    const first = (await tx.signIn.devices(principal)).length === 0;
    const isNew = await tx.signIn.rememberDevice(principal, hash, today);
    if (notice && isNew && !first) await tx.job.insert(notice, at);
  });
}
