import { randomUUID } from 'node:crypto';
import type { TestPortal } from '#tests/support/test-portal.ts';

/** A form with pictures as a browser sends it, on a connection of its own: a refused upload ends its connection. Never follows. */
export function sendPictures(
  portal: Pick<TestPortal, 'request' | 'config'>,
  cookie: string | undefined,
  path: string,
  fields: Readonly<Record<string, string>>,
  pictures: readonly Buffer[] = [],
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ 'intent-id': randomUUID(), ...fields }))
    body.append(name, value);
  for (const bytes of pictures) body.append('pictures', new Blob([new Uint8Array(bytes)]), 'IMG_0001.jpg');
  if (pictures.length === 0) body.append('pictures', new Blob([]), '');
  const headers = { 'sec-fetch-site': 'same-origin', origin: portal.config.baseUrl, connection: 'close' };
  return portal.request(path, { method: 'POST', body, headers: cookie ? { ...headers, cookie } : headers });
}
