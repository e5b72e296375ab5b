/** The files that a form really brought: an empty choice is sent as a file without a name. */
export async function sentFiles(form: FormData, name: string): Promise<{ name: string; bytes: Buffer }[]> {
  const files = form
    .getAll(name)
    .flatMap((value) => (typeof value === 'string' || value.size === 0 ? [] : value));
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })),
  );
}

/** A stored file as a download: never shown inside the portal's own pages, whatever it holds. */
export function downloadOf(file: {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}): Response {
  const plain = file.name.replace(/[^\w.-]+/g, '_');
  return new Response(new Uint8Array(file.content), {
    headers: {
      'Content-Type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': 'sandbox',
      'Cache-Control': 'no-store',
    },
  });
}
