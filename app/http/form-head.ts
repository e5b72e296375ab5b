/**
 * What was typed in a form whose files are refused: the fields that stand
 * before the first file, out of the body's beginning.
 *
 * @returns undefined when there is no such field, or the body is no form
 */
export async function readTyped(contentType: string | null, head: Buffer): Promise<FormData | undefined> {
  const boundary = /;\s*boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1];
  if (!boundary) return undefined;
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
