import { expect, test } from 'vitest';
import { parseConfig } from '#app/config.server.ts';
import { findClientAddress } from '#app/http/client-address.ts';

const { trustedProxy } = parseConfig({ TRUSTED_PROXY: '10.0.0.0/8,fd00::/8' });

test.each([
  ['198.51.100.1', '203.0.113.9', '198.51.100.1', 'a stranger cannot name another address'],
  ['10.0.0.1', '203.0.113.9', '203.0.113.9', 'the proxy can'],
  ['::ffff:10.0.0.1', '203.0.113.9', '203.0.113.9', 'also over a dual-stack socket'],
  ['10.0.0.1', '6.6.6.6, 203.0.113.9', '203.0.113.9', 'what the client wrote before is ignored'],
  ['10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', '203.0.113.9', 'a chain of proxies is followed'],
  ['fd00::1', '2001:db8::9', '2001:db8::9', 'IPv6 as well'],
  ['10.0.0.1', 'nonsense', '10.0.0.1', 'what is no address is not believed'],
  ['10.0.0.1', null, '10.0.0.1', 'a proxy that says nothing is the client'],
])('peer %s, forwarded for %s: %s (%s)', (peer, forwardedFor, expected, _reason) => {
  expect(findClientAddress(peer, forwardedFor, trustedProxy)).toBe(expected);
});

test('without trusted proxies the peer is the client', () => {
  expect(findClientAddress('10.0.0.1', '203.0.113.9', undefined)).toBe('10.0.0.1');
});
