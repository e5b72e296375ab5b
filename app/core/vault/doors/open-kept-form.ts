import { openJson } from '../open.ts';
import { keptFormPlace } from '../places.ts';

/** Part of door 2, `readOwn`: what the visitor typed a moment ago, under the key in the visitor's own cookie. */
export function openKeptForm(key: Buffer, idHash: string, sealed: Buffer): unknown {
  return openJson(key, keptFormPlace(idHash), sealed);
}
