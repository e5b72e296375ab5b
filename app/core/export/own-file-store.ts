import type { CustomerId, OwnFileId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

export type OwnFileKind = 'export' | 'import';
export type OwnFileState = 'waiting' | 'building' | 'ready' | 'failed';

/** A file of one customer that waits on disk, sealed: an export until it is fetched, an upload until it is taken over. */
export interface OwnFile {
  readonly id: OwnFileId;
  readonly customerId: CustomerId;
  readonly kind: OwnFileKind;
  readonly state: OwnFileState;
  /** In whose words the file is written. */
  readonly locale: string;
  /** Of `total` pieces of work. */
  readonly done: number;
  readonly total: number;
  /** Size when it is ready. */
  readonly bytes: number;
  /** What an upload holds, sealed; null for an export. */
  readonly summary: Buffer | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface OwnFileReader {
  /** One of each kind at most. */
  find(customerId: CustomerId, kind: OwnFileKind): Promise<OwnFile | undefined>;
  expired(at: Instant, limit: number): Promise<OwnFile[]>;
  /** Which of these files have a row. */
  known(ids: readonly OwnFileId[]): Promise<Set<OwnFileId>>;
}

export interface OwnFileWriter extends OwnFileReader {
  /** Takes the place of the customer's earlier file of this kind. */
  replace(file: OwnFile): Promise<void>;
  /** False: the row is gone, another file took its place, or it is ready already. Then nothing changes. */
  update(
    id: OwnFileId,
    change: Partial<Pick<OwnFile, 'state' | 'done' | 'bytes' | 'expiresAt'>>,
  ): Promise<boolean>;
  delete(id: OwnFileId): Promise<void>;
  /** At erasure: the rows; the files follow, already unreadable without the profile's key. */
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
