import { BlockList, isIP } from 'node:net';
import * as z from 'zod';

/** Thrown for a wrong environment. The text names the variable, what is wrong and an example. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type DatabaseConfig =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres'; readonly url: string };

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseConfig;
  /** No slash at the end: `https://portal.example.org`. */
  readonly baseUrl: string;
  readonly dataDir: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Undefined: numbers cannot be confirmed. */
  readonly smsUrl: string | undefined;
  readonly smsToken: string | undefined;
  readonly demo: boolean;
  /** Peers whose `X-Forwarded-For` is believed. */
  readonly trustedProxy: BlockList | undefined;
  readonly logLevel: LogLevel;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const loopbackHosts = new Set(['127.0.0.1', '::1', 'localhost']);

/** What a good value looks like; shown with every complaint. */
const examples = {
  PORT: '3000',
  HOST: '127.0.0.1',
  DATABASE_URL: 'sqlite:./data/driverseat.sqlite or postgres://user:password@localhost:5432/driverseat',
  BASE_URL: 'https://portal.example.org',
  DATA_DIR: './data',
  SMTP_URL: 'smtps://user:password@mail.example.org:465',
  SMS_URL: 'https://sms.example.org/messages',
  SMS_TOKEN: 'a-long-random-word',
  MAIL_FROM: 'Driverseat <portal@example.org>',
  DEMO: '1',
  TRUSTED_PROXY: '10.0.0.0/8,192.168.1.10',
  LOG_LEVEL: 'info',
} as const;
type Variable = keyof typeof examples;

export type Environment = Readonly<Record<string, string | undefined>>;

const Port = z.string().transform((text, context) => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  context.addIssue('must be a whole number from 0 to 65535');
  return z.NEVER;
});

const Host = z.string().regex(/^[\w.:-]+$/, 'must be an address or a host name, without scheme or port');

const DatabaseUrl = z.string().transform((text, context): DatabaseConfig => {
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return { engine: 'postgres', url: text };
  const path = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(text)?.[1];
  if (path && !path.startsWith('//')) return { engine: 'sqlite', path };
  context.addIssue('must start with sqlite: and a path, or be a postgres:// address');
  return z.NEVER;
});

const BaseUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  context.addIssue('must be http:// or https:// with a host and an optional port, without path or password');
  return z.NEVER;
});

const DataDir = z.string().refine((text) => !text.includes('\0'), 'must be a path');

const SmtpUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^smtps?:\/\/[^/]/.test(text),
    'must be an smtp:// or smtps:// address',
  );

const SmsUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const inside = url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  // Codes and numbers do not travel in clear, except inside this machine.
  return url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && inside === true));
}, 'must be an https:// address; http:// only for this machine');

const SmsToken = z.string().regex(/^[\x21-\x7e]{1,500}$/, 'must be one word without spaces');

const MailFrom = z
  .string()
  .regex(/^(?:[^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'must be one mail address');

const Flag = z.enum(['0', '1'], 'must be 0 or 1').transform((text) => text === '1');

const TrustedProxy = z.string().transform((text, context): BlockList => {
  const list = new BlockList();
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const [address = '', bits, ...rest] = part.split('/');
    const version = isIP(address);
    const width = version === 6 ? 128 : 32;
    const length = bits === undefined ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (version === 0 || rest.length > 0 || !(length <= width)) {
      context.addIssue(`must be IP addresses or networks separated by commas; "${part}" is neither`);
      return z.NEVER;
    }
    list.addSubnet(address, length, version === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
});

const LogLevelName = z.enum(logLevels, `must be one of ${logLevels.join(', ')}`);

/**
 * The configuration from the process environment; `overrides` win over it. The only place that reads `process.env`.
 * @throws ConfigError
 */
export function readConfig(overrides: Environment = {}): Config {
  return parseConfig({ ...process.env, ...overrides });
}

/**
 * What `npm run demo` adds where nothing else is set: its own data folder, so that no real data is touched, and
 * loopback only.
 */
export function readDemoConfig(): Config {
  const dataDir = process.env.DATA_DIR || './data/demo';
  const databaseUrl = process.env.DATABASE_URL || `sqlite:${dataDir}/driverseat.sqlite`;
  // A newcomer reads the addresses, not a line for each request.
  const logLevel = process.env.LOG_LEVEL || 'warn';
  return readConfig({ DEMO: '1', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: logLevel });
}

/** Pure: environment in, frozen configuration out. An empty variable counts as absent. */
export function parseConfig(environment: Environment): Config {
  const read = <T>(variable: Variable, shape: z.ZodType<T, string>, fallback: string): T => {
    const parsed = shape.safeParse(environment[variable] || fallback);
    if (parsed.success) return parsed.data;
    throw complain(variable, parsed.error.issues[0]?.message ?? 'is not valid');
  };
  const optional = <T>(variable: Variable, shape: z.ZodType<T, string>): T | undefined =>
    environment[variable] ? read(variable, shape, '') : undefined;

  const port = read('PORT', Port, '3000');
  const host = read('HOST', Host, '127.0.0.1');
  const demo = read('DEMO', Flag, '0');
  if (demo && !loopbackHosts.has(host)) {
    throw new ConfigError(
      `DEMO=1 signs anyone in as anybody, so it is refused unless HOST is a loopback address. HOST is "${host}". Example: HOST=127.0.0.1`,
    );
  }
  const baseUrl = read('BASE_URL', BaseUrl, `http://localhost:${port}`);
  return Object.freeze({
    port,
    host,
    demo,
    baseUrl,
    database: Object.freeze(read('DATABASE_URL', DatabaseUrl, 'sqlite:./data/driverseat.sqlite')),
    dataDir: read('DATA_DIR', DataDir, './data'),
    smtpUrl: optional('SMTP_URL', SmtpUrl),
    smsUrl: optional('SMS_URL', SmsUrl),
    smsToken: optional('SMS_TOKEN', SmsToken),
    mailFrom: read('MAIL_FROM', MailFrom, `Driverseat <no-reply@${new URL(baseUrl).hostname}>`),
    trustedProxy: optional('TRUSTED_PROXY', TrustedProxy),
    logLevel: read('LOG_LEVEL', LogLevelName, 'info'),
  });
}

/** The value itself is not repeated: it may hold a password. */
function complain(variable: Variable, problem: string): ConfigError {
  return new ConfigError(`${variable} ${problem}. Example: ${variable}=${examples[variable]}`);
}
