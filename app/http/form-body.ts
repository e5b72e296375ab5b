/** Forms are small; those that bring files are named in body-limits.ts. */
export const maxFormBytes = 64 * 1024;

export type FormBody =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string }
  | { readonly ok: false; readonly status: 400 | 413 | 415 };

const urlencoded = 'application/x-www-form-urlencoded';

/**
 * Reads a form's body once, so that every action may call `request.formData()` without meeting one it cannot parse.
 * NUL is refused here because PostgreSQL cannot store it.
 */
export async function readFormBody(request: Request, maxBytes: number = maxFormBytes): Promise<FormBody> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { ok: false, status: 413 };
  const bytes = await readBytes(request, maxBytes);
  if (bytes === 'too-large') return { ok: false, status: 413 };
  if (bytes === 'broken') return { ok: false, status: 400 };
  const contentType = request.headers.get('content-type') ?? (bytes.length === 0 ? urlencoded : '');
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType === urlencoded) {
    return isWellFormed(bytes) ? { ok: true, bytes, contentType } : { ok: false, status: 400 };
  }
  if (mediaType === 'multipart/form-data') {
    return (await isMultipart(bytes, contentType))
      ? { ok: true, bytes, contentType }
      : { ok: false, status: 400 };
  }
  return { ok: false, status: 415 };
}

async function readBytes(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | 'too-large' | 'broken'> {
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return Buffer.concat(chunks);
      length += value.byteLength;
      if (length > maxBytes) {
        await reader.cancel();
        return 'too-large';
      }
      chunks.push(value);
    }
  } catch {
    return 'broken';
  }
}

function isWellFormed(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !decodeURIComponent(text.replaceAll('+', ' ')).includes('\0');
  } catch {
    return false;
  }
}

async function isMultipart(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<boolean> {
  try {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    return [...form].every(([name, value]) => !name.includes('\0') && !String(value).includes('\0'));
  } catch {
    return false;
  }
}
