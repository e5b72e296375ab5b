import { isIP } from 'node:net';
import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from '#app/config.server.ts';

/**
 * Everything a log line may hold. What is not named here is dropped, not masked: bodies, headers, SQL parameters and
 * personal data have no way in.
 */
export interface LogFields {
  readonly requestId?: string;
  readonly method?: string;
  /** Query and anything that looks like a token are cut off. */
  readonly path?: string;
  readonly status?: number;
  readonly durationMs?: number;
  /** Truncated to the network: /24 for IPv4, /48 for IPv6. */
  readonly ip?: string;
  readonly error?: unknown;
  readonly code?: string;
  readonly reason?: string;
  readonly count?: number;
  readonly job?: string;
  readonly attempt?: number;
  readonly engine?: string;
  readonly url?: string;
  readonly signal?: string;
  /** A company's slug, which is public. */
  readonly company?: string;
  /** A keyed pseudonym, never the id. */
  readonly customer?: string;
}

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Names the part of the program that speaks: `http`, `jobs`, `mail`. */
export type Logger = (name: string) => Log;

const plain = <T extends string | number>(value: T): T => value;

const serializers: { readonly [Key in keyof LogFields]-?: (value: NonNullable<LogFields[Key]>) => unknown } =
  {
    requestId: plain,
    method: plain,
    path: describePath,
    status: plain,
    durationMs: (value) => Math.round(value * 10) / 10,
    ip: truncateAddress,
    error: describeError,
    code: plain,
    reason: plain,
    count: plain,
    job: plain,
    attempt: plain,
    engine: plain,
    url: (value) => value.replace(/\/\/[^/@]*@/, '//'),
    signal: plain,
    company: plain,
    customer: plain,
  };

/** JSON lines on standard output, or to `destination`. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
  const root = destination ? pino(options, destination) : pino(options);
  return (name) => {
    const child = root.child({ name });
    const write =
      (severity: 'debug' | 'info' | 'warn' | 'error') =>
      (event: string, fields: LogFields = {}): void =>
        child[severity](pickAllowed(fields), event);
    return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  };
}

function pickAllowed(fields: LogFields): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [key, serialize] of Object.entries(serializers)) {
    const value: unknown = fields[key as keyof LogFields];
    if (value !== undefined) picked[key] = (serialize as (value: unknown) => unknown)(value);
  }
  return picked;
}

/** Where it happened and what kind it was. `detail` of PostgreSQL and other extra properties hold values: left out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    code,
    message: error.message.slice(0, 500),
    at: frames?.slice(0, 12).map((line) => line.trim().slice(3)),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}

function describePath(path: string): string {
  const bare = path.split(/[?#]/, 1)[0] ?? '';
  return bare.slice(0, 200).replace(/[^/]{24,}/g, ':long');
}

export function truncateAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIP(mapped) === 4) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIP(mapped) === 6) return `${leadingGroups(mapped, 3)}::/48`;
  return 'unknown';
}

function leadingGroups(address: string, count: number): string {
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...after].slice(0, count).join(':');
}
