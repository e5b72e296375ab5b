import { maxFormBytes } from './form-body.ts';

/** So much of a refused upload is let past, so that a browser, which reads only after it has sent, sees the answer. */
const MOST_PAST = 64 * 1024 * 1024;

/**
 * What was typed in a form whose files are refused: the fields that stand
 * before the first file, out of the first 64 KiB. The rest of the body goes
 * past and is not held.
 *
 * @returns undefined when there is no such field, or the body is no form
 */
export async function readTyped(request: Request): Promise<FormData | undefined> {
  const boundary = /;\s*boundary="?([^";]+)"?/i.exec(request.headers.get('content-type') ?? '')?.[1];
  const reader = request.body?.getReader();
  if (!boundary || !reader) return undefined;
  const head: Uint8Array[] = [];
  let held = 0;
  try {
    for (let past = 0; past < MOST_PAST; ) {
      const { done, value } = await reader.read();
      if (done) break;
      past += value.byteLength;
      if (held >= maxFormBytes) continue;
      head.push(value);
      held += value.byteLength;
    }
    await reader.cancel();
  } catch {
    // Who sent it has gone; there is nobody to answer.
    return undefined;
  }
  return parseFields(Buffer.concat(head), boundary);
}

async function parseFields(head: Buffer, boundary: string): Promise<FormData | undefined> {
  const edge = `--${boundary}`;
  const parts: Buffer[] = [];
  for (let at = head.indexOf(edge); at >= 0; ) {
    const next = head.indexOf(`\r\n${edge}`, at + edge.length);
    if (next < 0) break;
    const part = head.subarray(at, next + 2);
    const said = part.subarray(0, Math.max(0, part.indexOf('\r\n\r\n'))).toString('latin1');
    if (said && !/filename/i.test(said)) parts.push(part);
    at = next + 2;
  }
  if (parts.length === 0) return undefined;
  const body = new Uint8Array(Buffer.concat([...parts, Buffer.from(`${edge}--\r\n`)]));
  try {
    const contentType = `multipart/form-data; boundary=${boundary}`;
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch {
    return undefined;
  }
}
