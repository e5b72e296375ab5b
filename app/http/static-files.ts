import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

interface StaticFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly zipped: Buffer<ArrayBuffer> | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export type FindStaticFile = (pathname: string, request: Request) => Response | undefined;

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * The client build, read into memory at start: what is not in the list does not exist, so no path can lead out of the
 * folder. Names under /assets/ carry a hash of the content and may be kept for ever.
 */
export function loadStaticFiles(folder: string): FindStaticFile {
  const files = new Map<string, StaticFile>();
  for (const entry of existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
    : []) {
    const path = join(entry.parentPath, entry.name);
    const mediaType = mediaTypes[extname(path)];
    if (!entry.isFile() || !mediaType) continue;
    const pathname = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(pathname, describe(pathname, readFileSync(path), mediaType));
  }
  return (pathname, request) => {
    const file = files.get(pathname);
    return file && (request.method === 'GET' || request.method === 'HEAD')
      ? answer(file, request)
      : undefined;
  };
}

function describe(pathname: string, body: Buffer<ArrayBuffer>, mediaType: string): StaticFile {
  const lasting = pathname.startsWith('/assets/');
  const compressible = !/^(?:image\/(?:png|x-icon)|font\/)/.test(mediaType);
  return {
    body,
    zipped: compressible ? gzipSync(body) : undefined,
    headers: {
      'Content-Type': mediaType,
      'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      ...(compressible ? { Vary: 'Accept-Encoding' } : {}),
    },
  };
}

function answer(file: StaticFile, request: Request): Response {
  if (request.headers.get('if-none-match') === file.headers.ETag) {
    return new Response(null, { status: 304, headers: file.headers });
  }
  const zip = file.zipped && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  const body = (zip && file.zipped) || file.body;
  const headers = { ...file.headers, 'Content-Length': String(body.length) };
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: zip ? { ...headers, 'Content-Encoding': 'gzip' } : headers,
  });
}
