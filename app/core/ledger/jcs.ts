import canonicalize from 'canonicalize';
import { LedgerError } from './ledger-error.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonRecord;

/** Plain data. A member that is undefined counts as absent, as in JSON.stringify. */
export interface JsonRecord {
  readonly [member: string]: JsonValue | undefined;
}

/** The one spelling of a record (RFC 8785): what is hashed today is hashed the same by anyone, in any language. */
export function canonicalJson(record: JsonRecord): string {
  try {
    const text = canonicalize(record);
    if (text?.startsWith('{')) return text;
  } catch (cause) {
    throw new LedgerError('ledger-record', {}, { cause });
  }
  throw new LedgerError('ledger-record');
}
