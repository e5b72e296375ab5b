import { randomUUID } from 'node:crypto';
import type { TestPortal } from '#tests/support/test-portal.ts';

/** Posts a form with files, as a browser sends it. Never follows. */
export function postFiles(
  portal: TestPortal,
  path: string,
  cookie: string,
  fields: Readonly<Record<string, string>>,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ 'intent-id': randomUUID(), ...fields }))
    body.append(name, value);
  for (const { name, text } of files) body.append('file', new File([text], name));
  const headers = { 'sec-fetch-site': 'same-origin', origin: portal.config.baseUrl, cookie };
  return portal.request(path, { method: 'POST', body, headers });
}

/** The last part of where a redirect leads, without its query. */
export function idIn(response: Response): string {
  const location = response.headers.get('location') ?? '';
  return location.split('?')[0]?.split('/').at(-1) ?? '';
}
