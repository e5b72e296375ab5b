import { expect, test } from 'vitest';
import { ConfigError, type Environment, parseConfig } from '#app/config.server.ts';

test('with nothing set, the portal runs on this machine with an embedded database', () => {
  expect(parseConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    database: { engine: 'sqlite', path: './data/driverseat.sqlite' },
    baseUrl: 'http://localhost:3000',
    dataDir: './data',
    smtpUrl: undefined,
    mailFrom: 'Driverseat <no-reply@localhost>',
    demo: false,
    trustedProxy: undefined,
    logLevel: 'info',
  });
});

test('the configuration cannot be changed afterwards', () => {
  const config = parseConfig({});
  expect(Object.isFrozen(config) && Object.isFrozen(config.database)).toBe(true);
});

test('an empty variable counts as absent', () => {
  expect(parseConfig({ PORT: '', BASE_URL: '', SMTP_URL: '' }).port).toBe(3000);
});

test('the public address follows the port unless it is set', () => {
  expect(parseConfig({ PORT: '8080' }).baseUrl).toBe('http://localhost:8080');
  expect(parseConfig({ PORT: '8080', BASE_URL: 'https://portal.example.org/' }).baseUrl).toBe(
    'https://portal.example.org',
  );
});

test.each([
  ['sqlite:./x.sqlite', { engine: 'sqlite', path: './x.sqlite' }],
  ['sqlite:/var/lib/x.sqlite', { engine: 'sqlite', path: '/var/lib/x.sqlite' }],
  ['sqlite:///var/lib/x.sqlite', { engine: 'sqlite', path: '/var/lib/x.sqlite' }],
  ['postgres://u:p@localhost:5432/d', { engine: 'postgres', url: 'postgres://u:p@localhost:5432/d' }],
  ['postgresql://localhost/d', { engine: 'postgres', url: 'postgresql://localhost/d' }],
])('DATABASE_URL %s', (text, database) => {
  expect(parseConfig({ DATABASE_URL: text }).database).toEqual(database);
});

test('trusted proxies are addresses and networks of both kinds', () => {
  const { trustedProxy } = parseConfig({ TRUSTED_PROXY: '10.0.0.0/8, 192.168.1.10,fd00::/8' });
  expect(trustedProxy?.check('10.9.9.9')).toBe(true);
  expect(trustedProxy?.check('192.168.1.11')).toBe(false);
  expect(trustedProxy?.check('fd12::1', 'ipv6')).toBe(true);
});

const wrong: [string, string][] = [
  ['PORT', 'eighty'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['HOST', 'http://localhost'],
  ['DATABASE_URL', 'mysql://localhost/d'],
  ['DATABASE_URL', 'sqlite:'],
  ['DATABASE_URL', './driverseat.sqlite'],
  ['BASE_URL', 'portal.example.org'],
  ['BASE_URL', 'https://portal.example.org/path'],
  ['BASE_URL', 'https://user:secret@portal.example.org'],
  ['BASE_URL', 'ftp://portal.example.org'],
  ['SMTP_URL', 'mail.example.org'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'A <a@b.example>\r\nBcc: c@d.example'],
  ['DEMO', 'yes'],
  ['TRUSTED_PROXY', '10.0.0.0/33'],
  ['TRUSTED_PROXY', 'proxy.local'],
  ['TRUSTED_PROXY', '10.0.0.0/8,'],
  ['LOG_LEVEL', 'loud'],
];

function complaint(environment: Environment): string {
  try {
    parseConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('it was accepted');
}

test.each(wrong)(
  '%s=%s is refused with the name, the problem and an example that works',
  (variable, value) => {
    const message = complaint({ [variable]: value });
    const [, example = ''] =
      new RegExp(`^${variable} must .+\\. Example: ${variable}=(.+)$`).exec(message) ?? [];
    expect(() => parseConfig({ [variable]: example.split(' or ')[0] })).not.toThrow();
  },
);

test('a complaint never repeats the value, which may hold a password', () => {
  expect(complaint({ DATABASE_URL: 'mysql://root:hunter2@localhost/d' })).not.toContain('hunter2');
});

test.each(['0.0.0.0', '192.168.1.5', 'portal.example.org', '::'])('DEMO=1 is refused on HOST %s', (host) => {
  expect(complaint({ DEMO: '1', HOST: host })).toMatch(/^DEMO=1 .*HOST.*Example: HOST=127\.0\.0\.1$/);
});

test.each(['127.0.0.1', '::1', 'localhost'])('DEMO=1 is allowed on HOST %s', (host) => {
  expect(parseConfig({ DEMO: '1', HOST: host }).demo).toBe(true);
});
