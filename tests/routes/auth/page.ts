/** A page without what differs from one visit to the next: the nonce and the ids of requests. */
export async function shown(response: Response): Promise<string> {
  const html = await response.text();
  return html.replace(/nonce="[^"]*"/g, '').replace(/\b[0-9a-f]{32}\b|%3D[0-9a-f]{32}/g, 'id');
}

/** Decoded text of the page's main part. */
export function textOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return main
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `name=value` of the first cookie that a response sets, as the browser sends it back. */
export function cookieOf(response: Response): string {
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`no cookie with status ${response.status}`);
  return cookie;
}
