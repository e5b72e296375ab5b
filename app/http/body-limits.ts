import { maxFormBytes } from './form-body.ts';

const MIB = 1024 * 1024;

/** A page whose form brings files. */
export interface UploadRule {
  /** Kind of the accounts that may send them here. */
  readonly from: 'customer' | 'staff';
  /** Null: too large to be held. The page's action reads the body itself, piece by piece, and counts. */
  readonly maxBytes: number | null;
}

/** Everything that is not named here is small. */
const WITH_FILES: readonly (readonly [path: RegExp, rule: UploadRule])[] = [
  // Three pictures of 5 MiB, and the form around them.
  [/^\/me\/messages\/[a-z0-9]+$/, { from: 'customer', maxBytes: 16 * MIB }],
  [/^\/(?:company|officer)\/messages\/[a-z0-9]+$/, { from: 'staff', maxBytes: 16 * MIB }],
  [/^\/company\/people\/[^/]+\/write$/, { from: 'staff', maxBytes: 16 * MIB }],
  [/^\/me\/rights(?:\/|$)/, { from: 'customer', maxBytes: 16 * MIB }],
  [/^\/officer\/requests(?:\/|$)/, { from: 'staff', maxBytes: 16 * MIB }],
  [/^\/me\/import$/, { from: 'customer', maxBytes: null }],
];

/** The rule for a form that is larger than forms are, or may be; undefined: this page takes no such form. */
export function findUploadRule(pathname: string, headers: Headers): UploadRule | undefined {
  const rule = WITH_FILES.find(([path]) => path.test(pathname))?.[1];
  if (!rule || !/^multipart\/form-data\b/i.test(headers.get('content-type') ?? '')) return undefined;
  const stated = headers.get('content-length');
  return rule.maxBytes === null || stated === null || !(Number(stated) <= maxFormBytes) ? rule : undefined;
}
