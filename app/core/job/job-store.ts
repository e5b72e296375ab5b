import type { Instant } from '#schema/instant.ts';

/** Work to do after a commit, kept in the same transaction as the deed. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  /** JSON without personal data. */
  readonly payload: string;
  /** What must stay secret until done (a code in a mail), under `keyId`; wiped when done. */
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
  readonly runAt: Instant;
  readonly attempts: number;
}

export interface JobReader {
  countDue(at: Instant): Promise<number>;
  countFailed(): Promise<number>;
}

export interface JobWriter extends JobReader {
  insert(job: Omit<Job, 'attempts'>, at: Instant): Promise<void>;
  /** Takes due jobs for one runner until `until`; others skip them. */
  claim(at: Instant, until: Instant, limit: number): Promise<Job[]>;
  finish(id: string, at: Instant): Promise<void>;
  /** @param retryAt null: give up and keep it for the operator */
  fail(id: string, error: string, retryAt: Instant | null): Promise<void>;
}
