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

/** A job that failed, as whoever runs the portal may see it: `payload` and `error` hold nothing personal. */
export interface TroubledJob {
  readonly id: string;
  readonly payload: string;
  readonly attempts: number;
  /** Class of the fault and the other side's number. */
  readonly error: string;
  readonly createdAt: Instant;
  /** When it was last tried, or is due again. */
  readonly runAt: Instant;
}

export interface JobReader {
  /** @param kinds absent: every kind */
  countDue(at: Instant, kinds?: readonly string[]): Promise<number>;
  /** Given up, kept for the operator. */
  countFailed(): Promise<number>;
  /** Given up, newest first. */
  givenUp(kind: string, limit: number): Promise<TroubledJob[]>;
  /** Failed at least once and due again, oldest first. */
  delayed(kind: string, limit: number): Promise<TroubledJob[]>;
}

export interface JobWriter extends JobReader {
  insert(job: Omit<Job, 'attempts'>, at: Instant): Promise<void>;
  /** The same unless the id exists already. */
  ensure(job: Omit<Job, 'attempts'>, at: Instant): Promise<void>;
  /** Takes due jobs of these kinds for one runner until `until`; others skip them. Counts an attempt. */
  claim(kinds: readonly string[], at: Instant, until: Instant, limit: number): Promise<Job[]>;
  /**
   * Renews a claim. False: it is no longer claimed up to `held`, so it was
   * taken over, done, or removed; then nothing changes.
   */
  extend(id: string, held: Instant, until: Instant): Promise<boolean>;
  /** Wipes what was sealed. */
  finish(id: string, at: Instant): Promise<void>;
  /** For recurring work: due again at `runAt`, attempts and error forgotten. */
  repeat(id: string, runAt: Instant): Promise<void>;
  /** @param retryAt null: give up and keep it for the operator */
  fail(id: string, error: string, retryAt: Instant | null): Promise<void>;
  /** Whatever its state: whose payload names one of these ids, or whose secret is under one of these keys. */
  deleteNaming(ids: readonly string[], keyIds: readonly string[]): Promise<void>;
  /** Tries a job again that was given up, from the beginning; false when there is none. */
  revive(kind: string, id: string, at: Instant): Promise<boolean>;
  /** Ends a job that was given up, and wipes what was sealed; false when there is none. */
  discard(kind: string, id: string, at: Instant): Promise<boolean>;
  /** Done before `before`; failed ones stay. */
  deleteDone(before: Instant): Promise<void>;
}
