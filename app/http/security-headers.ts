export interface HeaderOptions {
  readonly nonce: string;
  /** The public address is https. */
  readonly https: boolean;
  /** Vite's module reload needs inline styles and a web socket. Never in a build. */
  readonly development: boolean;
}

const permissionsPolicy = [
  'accelerometer=()',
  'browsing-topics=()',
  'camera=()',
  'geolocation=()',
  'gyroscope=()',
  'microphone=()',
  'payment=()',
  'usb=()',
].join(', ');

export function contentSecurityPolicy({ nonce, development }: HeaderOptions): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** On every response, errors included. Only caching may be chosen by the handler: it defaults to `no-store`. */
export function setSecurityHeaders(headers: Headers, options: HeaderOptions): void {
  headers.set('Content-Security-Policy', contentSecurityPolicy(options));
  headers.set('X-Content-Type-Options', 'nosniff');
  // Not `no-referrer`: browsers then send `Origin: null` with form posts, and every form without script would fail.
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Permissions-Policy', permissionsPolicy);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('X-Frame-Options', 'DENY');
  if (options.https) headers.set('Strict-Transport-Security', 'max-age=31536000');
  if (!headers.has('Cross-Origin-Resource-Policy'))
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
}
