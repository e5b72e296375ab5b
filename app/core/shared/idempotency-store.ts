import type { Instant } from '#schema/instant.ts';
import { AppError } from './app-error.ts';

/** One thing somebody meant to do once: the form's hidden UUID, who sent it and where, and what it said. */
export interface Intent {
  readonly key: string;
  readonly actor: string;
  readonly route: string;
  /** SHA-256 (hex) of what was sent, without the key. */
  readonly bodyHash: string;
}

export interface DoneIntent extends Intent {
  /** What came of it, JSON. */
  readonly outcome: string;
}

/** The same key came with other content: somebody's program reuses keys, or a form was tampered with. */
export class IntentError extends AppError<'intent-reused'> {}

export interface IdempotencyReader {
  find(intent: Pick<Intent, 'key' | 'actor' | 'route'>): Promise<DoneIntent | undefined>;
}

export interface IdempotencyWriter extends IdempotencyReader {
  /** In the same transaction as the deed. */
  insert(done: DoneIntent, at: Instant): Promise<void>;
  deleteOfActor(actor: string): Promise<void>;
  /** Those of whatever actor whose route names `id`. */
  deleteNaming(id: string): Promise<void>;
  /** Forgets intents older than `before`; returns how many. */
  purge(before: Instant): Promise<number>;
}

/** True when this intent was carried out before: then nothing happens again, and the page shows what holds. */
export async function wasDone(reader: IdempotencyReader, intent: Intent): Promise<boolean> {
  const done = await reader.find(intent);
  if (done && done.bodyHash !== intent.bodyHash) throw new IntentError('intent-reused');
  return done !== undefined;
}
