import type { TestPortal } from './test-portal.ts';

/** Opens like an officer's browser: the form, and then the page that it leads to. */
export async function openLook(
  portal: TestPortal,
  path: string,
  cookie: string,
  fields: Record<string, string>,
): Promise<Response> {
  const answer = await portal.post(path, cookie, fields);
  const to = answer.headers.get('location');
  return answer.status === 303 && to ? portal.get(to, cookie) : answer;
}
