import type { Migration } from '../migrate.ts';

/**
 * Devices that an account was signed in on: a keyed hash per account, so that
 * no row says what a device is, and none of two accounts on one device match.
 */
export const knownDevices: Migration = {
  name: '0012-known-devices',
  sql: [
    `create table known_device (
      principal {text} not null, device_hash {text} not null, seen_on {text} not null, forgotten_on {text},
      primary key (principal, device_hash)
    ) {strict}`,
    `create index known_device_age on known_device (seen_on)`,
  ],
};
