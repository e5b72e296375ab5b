import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables/tables.ts';

/**
 * What reads with. It has no words to write with, so an unguarded write does
 * not compile; a statement smuggled past the types is refused by the
 * connection, which is read-only on both engines.
 */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'executeQuery' | 'getExecutor'>;

/** What writes with: only `transact` hands one out. */
export type Writer = Transaction<Tables>;

export interface Connections {
  readonly writer: Kysely<Tables>;
  readonly reader: Kysely<Tables>;
  /** For exports and verification: a page never waits behind one. */
  readonly longReader: Kysely<Tables>;
}
