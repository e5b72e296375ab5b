import type { TestPortal } from '#tests/support/test-portal.ts';

type Uploading = Pick<TestPortal, 'request' | 'config'>;

/** The form of /me/import as a browser sends it, on a connection of its own: a refused upload ends its connection. Never follows. */
export function uploadZip(
  portal: Uploading,
  cookie: string,
  bytes: Buffer,
  name = 'mine.zip',
): Promise<Response> {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(bytes)], name, { type: 'application/zip' }));
  return portal.request('/me/import', {
    method: 'POST',
    body,
    headers: { cookie, 'sec-fetch-site': 'same-origin', origin: portal.config.baseUrl, connection: 'close' },
  });
}
