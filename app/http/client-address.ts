import { type BlockList, isIP } from 'node:net';

/**
 * The address a request comes from. `X-Forwarded-For` counts only as far as trusted proxies wrote it: read from the
 * right, the first address that is not one of them.
 */
export function findClientAddress(
  peer: string | undefined,
  forwardedFor: string | null | undefined,
  trusted: BlockList | undefined,
): string {
  let address = unmapped(peer ?? '');
  const hops = forwardedFor?.split(',').map((hop) => unmapped(hop.trim())) ?? [];
  while (trusted && isTrusted(address, trusted)) {
    const next = hops.pop();
    if (next === undefined || isIP(next) === 0) break;
    address = next;
  }
  return address;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** Dual-stack sockets report IPv4 peers as `::ffff:192.0.2.1`. */
function unmapped(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}
