import { createGate } from '#app/auth/gate.ts';
import { AppError } from '#app/core/shared/app-error.ts';

/** The same person sends files already, as many as one may at once. */
export class SendingError extends AppError<'sending-already'> {}

export type UploadDoor = <T>(sender: string, receive: () => Promise<T>) => Promise<T>;

/** Each holds its files in memory some times over while they are cleaned and sealed. */
const AT_ONCE = 8;
/** Whoever waits holds a connection and not a byte of the body. */
const MAX_WAITING = 24;
const OF_ONE_PERSON = 2;

/**
 * Lets uploads in a few at a time, on this node. Counts in memory.
 *
 * @throws BusyError, SendingError
 */
export function createUploadDoor(
  limits: { readonly atOnce: number; readonly maxWaiting: number; readonly ofOne: number } = {
    atOnce: AT_ONCE,
    maxWaiting: MAX_WAITING,
    ofOne: OF_ONE_PERSON,
  },
): UploadDoor {
  const inTurn = createGate(limits.atOnce, limits.maxWaiting);
  const sending = new Map<string, number>();
  return async (sender, receive) => {
    const before = sending.get(sender) ?? 0;
    if (before >= limits.ofOne) throw new SendingError('sending-already');
    sending.set(sender, before + 1);
    try {
      return await inTurn(receive);
    } finally {
      const left = (sending.get(sender) ?? 1) - 1;
      if (left > 0) sending.set(sender, left);
      else sending.delete(sender);
    }
  };
}
