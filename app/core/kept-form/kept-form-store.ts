import type { Instant } from '#schema/instant.ts';

/** What somebody had typed, for a short while. Only the visitor's cookie opens it; the row names nobody. */
export interface StoredForm {
  readonly idHash: string;
  readonly sealed: Buffer;
  readonly createdAt: Instant;
}

export interface KeptFormReader {
  find(idHash: string): Promise<StoredForm | undefined>;
}

export interface KeptFormWriter extends KeptFormReader {
  insert(form: StoredForm): Promise<void>;
  drop(idHash: string): Promise<void>;
  dropBefore(before: Instant): Promise<void>;
}
