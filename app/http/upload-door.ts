import { BusyError } from '#app/auth/gate.ts';
import { AppError } from '#app/core/shared/app-error.ts';

/** The same person sends files already, as many as one may at once. */
export class SendingError extends AppError<'sending-already'> {}

export interface Sender {
  readonly person: string;
  /** One connection's network: an address, or what an IPv6 household has. */
  readonly network: string;
}

/** What somebody holds while their files come. */
export interface Place {
  /** Somebody waits for it: whoever dawdles has to give it up. */
  isWanted(): boolean;
}

export type UploadDoor = <T>(sender: Sender, receive: (place: Place) => Promise<T>) => Promise<T>;

export interface DoorLimits {
  readonly atOnce: number;
  readonly maxWaiting: number;
  readonly ofOne: number;
  readonly ofNetwork: number;
  readonly longestWaitMs: number;
}

const LIMITS: DoorLimits = {
  /** Each holds its files in memory some times over while they are cleaned and sealed. */
  atOnce: 8,
  /** Whoever waits holds a connection and not a byte of the body. */
  maxWaiting: 24,
  ofOne: 2,
  /** Half: with however many accounts, one line never takes the places of all others. */
  ofNetwork: 4,
  longestWaitMs: 30_000,
};

interface Waiting {
  readonly network: string;
  enter(): void;
}

/**
 * Lets uploads in a few at a time, on this node, in order of arrival among those
 * whose network still has places. Counts in memory.
 *
 * @throws BusyError, SendingError
 */
export function createUploadDoor(change: Partial<DoorLimits> = {}): UploadDoor {
  const limits = { ...LIMITS, ...change };
  const sending = createCount();
  const inside = createCount();
  const waiting: Waiting[] = [];
  const fits = (network: string): boolean =>
    inside.all() < limits.atOnce && inside.of(network) < limits.ofNetwork;

  /** Could this one enter if a place of that network became free? */
  const isUsefulTo = (one: Waiting, network: string): boolean =>
    one.network === network || inside.of(one.network) < limits.ofNetwork;

  async function enter(network: string): Promise<void> {
    if (fits(network)) return inside.add(network);
    const alike = waiting.filter((one) => one.network === network).length;
    if (waiting.length >= limits.maxWaiting || alike >= limits.maxWaiting / 2) throw new BusyError('busy');
    await new Promise<void>((resolve, reject) => {
      const turn: Waiting = {
        network,
        enter: () => {
          clearTimeout(patience);
          resolve();
        },
      };
      const patience = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1);
        reject(new BusyError('busy'));
      }, limits.longestWaitMs);
      waiting.push(turn);
    });
  }

  function leave(network: string): void {
    inside.remove(network);
    const next = waiting.findIndex((one) => fits(one.network));
    if (next < 0) return;
    const [turn] = waiting.splice(next, 1);
    if (!turn) return;
    inside.add(turn.network);
    turn.enter();
  }

  return async ({ person, network }, receive) => {
    if (sending.of(person) >= limits.ofOne) throw new SendingError('sending-already');
    sending.add(person);
    try {
      await enter(network);
      try {
        return await receive({ isWanted: () => waiting.some((one) => isUsefulTo(one, network)) });
      } finally {
        leave(network);
      }
    } finally {
      sending.remove(person);
    }
  };
}

function createCount() {
  const counts = new Map<string, number>();
  let all = 0;
  return {
    all: () => all,
    of: (key: string): number => counts.get(key) ?? 0,
    add: (key: string): void => {
      all += 1;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    remove: (key: string): void => {
      all -= 1;
      const left = (counts.get(key) ?? 1) - 1;
      if (left > 0) counts.set(key, left);
      else counts.delete(key);
    },
  };
}
