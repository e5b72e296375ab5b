import { maxFormBytes } from './form-body.ts';

const MIB = 1024 * 1024;

/** Pages whose forms carry files, and how much they may bring; everything else is small. */
const WITH_FILES: readonly (readonly [path: RegExp, maxBytes: number])[] = [
  // Three pictures of 5 MiB, and the form around them.
  [/^\/me\/messages\/[a-z0-9]+$/, 16 * MIB],
  [/^\/(?:me\/rights|officer\/requests)(?:\/|$)/, 16 * MIB],
];

/** Only somebody with a session may send more than a form: the body is read before anybody knows whose it is. */
export function maxBodyBytes(pathname: string, headers: Headers): number {
  if (!headers.get('cookie')) return maxFormBytes;
  return WITH_FILES.find(([path]) => path.test(pathname))?.[1] ?? maxFormBytes;
}
