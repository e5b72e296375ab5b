import { STATUS_CODES } from 'node:http';

/**
 * The answer where no page can be rendered: before Remix, or when Remix itself fails. It says what kind of error and
 * under which id the log has it, nothing else.
 */
export function plainResponse(
  status: number,
  requestId: string,
  headers: Record<string, string> = {},
): Response {
  const title = `${status} ${STATUS_CODES[status] ?? 'Error'}`;
  const body = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<h1>${title}</h1>
<p>Reference: ${requestId}</p>
</html>
`;
  return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } });
}
