/**
 * One cookie from a `Cookie` header. Only the named one is looked at: another
 * page's malformed cookie must not sign anybody out.
 */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
