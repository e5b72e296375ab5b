import type { CompanyId, CustomerId, RelationshipId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Relationship } from './relationship.ts';

export interface RelationshipReader {
  find(id: RelationshipId): Promise<Relationship | undefined>;
  /** The running relationship, if any. */
  findLive(customerId: CustomerId, companyId: CompanyId): Promise<Relationship | undefined>;
  /** Running or ended, but only this company's. */
  findBySubject(companyId: CompanyId, subject: SubjectId): Promise<Relationship | undefined>;
  /** Those of `subjects` that are this company's, running or ended, in no order. */
  findBySubjects(companyId: CompanyId, subjects: readonly SubjectId[]): Promise<Relationship[]>;
  /** Two at most, running or ended, whose subject begins so: enough to know whether it names one person. */
  findBySubjectStart(companyId: CompanyId, start: string): Promise<Relationship[]>;
  /** @param numberIndex blind index of the company's customer number */
  findByNumberIndex(companyId: CompanyId, numberIndex: string): Promise<Relationship[]>;
  /** Running ones, oldest first. */
  ofCustomer(customerId: CustomerId): Promise<Relationship[]>;
  /** Running and ended, for history. */
  allOfCustomer(customerId: CustomerId): Promise<Relationship[]>;
  /** For the check of the log: those of `ids`, and all in order of id, on a connection for long reads. */
  findMany(ids: readonly RelationshipId[]): Promise<Relationship[]>;
  page(afterId: RelationshipId | null, limit: number): Promise<Relationship[]>;
  countLive(companyId: CompanyId): Promise<number>;
  sealedNumber(id: RelationshipId): Promise<Buffer | null>;
  /** Blind index of the company's customer number. */
  numberIndex(id: RelationshipId): Promise<string | null>;
  /** Ended: until when its proof is kept. Null: it runs. */
  proofUntil(id: RelationshipId): Promise<Instant | null>;
  /** Relationships of somebody who was erased, by the keyed hash of the address, while their proof is kept. */
  findByLeaverIndex(companyId: CompanyId, leaverIndex: string): Promise<Relationship[]>;
}

export interface RelationshipWriter extends RelationshipReader {
  insert(relationship: Relationship): Promise<void>;
  setCustomerNumber(id: RelationshipId, numberIndex: string, sealed: Buffer): Promise<void>;
  setPausedUntil(id: RelationshipId, until: Instant | null): Promise<void>;
  setBlocked(id: RelationshipId, blocked: boolean): Promise<void>;
  setUnderAge(id: RelationshipId, underAge: boolean): Promise<void>;
  restrict(id: RelationshipId, at: Instant | null): Promise<void>;
  end(id: RelationshipId, at: Instant, proofUntil: Instant): Promise<void>;
  setLeaverIndex(id: RelationshipId, leaverIndex: string): Promise<void>;
}
