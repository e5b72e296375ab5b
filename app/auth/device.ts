import { randomBytes } from 'node:crypto';
import { DEVICE_MS } from '#app/core/sign-in/greet-device.ts';
import { readCookie } from './read-cookie.ts';

/**
 * A random number by which an account knows its devices again, so that a
 * sign-in from elsewhere is noticed. Needed to keep the account safe, so no
 * consent is due (TDDDG § 25(2)); it signs nobody in and is read at sign-in only.
 */
export interface DeviceCookie {
  /** A new one when the browser has none. */
  idOf(request: Request): string;
  /** `Set-Cookie`. */
  write(id: string): string;
  /** `Set-Cookie` that removes it. */
  blank(): string;
}

const DEVICE_ID = /^[\w-]{43}$/;

/** @param secure the portal is reached by https: then the cookie is bound to the host */
export function createDeviceCookie(secure: boolean): DeviceCookie {
  const name = secure ? '__Host-device' : 'device';
  const serialize = (value: string, maxAgeS: number) =>
    `${name}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    idOf: (request) => {
      const id = readCookie(request.headers.get('cookie'), name);
      return id && DEVICE_ID.test(id) ? id : randomBytes(32).toString('base64url');
    },
    write: (id) => serialize(id, DEVICE_MS / 1000),
    blank: () => serialize('', 0),
  };
}
