import { maxFormBytes } from './form-body.ts';
import type { Place } from './upload-door.ts';

export interface Pace {
  /** Nothing at all for so long ends an upload, also when nobody waits. */
  readonly silentMs: number;
  /** The same while somebody waits for the place. */
  readonly silentWhileWantedMs: number;
  /** So much of the time we wait for bytes is nobody's fault. */
  readonly graceMs: number;
  readonly bytesPerSecondWhileWanted: number;
}

const PACE: Pace = {
  silentMs: 20_000,
  silentWhileWantedMs: 5_000,
  graceMs: 5_000,
  // A poor mobile line has twice as much.
  bytesPerSecondWhileWanted: 16 * 1024,
};

/** So much of a refused upload is let past, so that a browser, which reads only after it has sent, sees the answer. */
const MOST_PAST = 64 * 1024 * 1024;
const TICK_MS = 250;

export interface PacedBody {
  readonly stream: ReadableStream<Uint8Array>;
  /** From now on it holds this place. */
  keepPace(place: Place): void;
  /** The sender was cut off: too little came in too long a time. */
  isTooSlow(): boolean;
  /** What of it came first, at most as much as a form may be; the rest goes past and is not held. */
  readHead(): Promise<Buffer>;
}

/**
 * The body of an upload while it holds a place. Only the time in which we wait
 * for the sender counts, never the time we need ourselves.
 */
export function paceBody(body: ReadableStream<Uint8Array>, pace: Pace = PACE): PacedBody {
  const reader = body.getReader();
  const head: Uint8Array[] = [];
  let place: Place | undefined;
  let held = 0;
  let past = 0;
  let waitedMs = 0;
  let tooSlow = false;
  /** At most one read at a time, also when whoever asked for it has given up. */
  let pending: ReturnType<typeof reader.read> | undefined;

  function read(): ReturnType<typeof reader.read> {
    pending ??= take().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  async function take(): ReturnType<typeof reader.read> {
    const piece = await reader.read();
    if (piece.done) return piece;
    past += piece.value.byteLength;
    if (held < maxFormBytes) {
      // A copy: who reads on may hand the piece away.
      const part = Uint8Array.from(piece.value.subarray(0, maxFormBytes - held));
      head.push(part);
      held += part.byteLength;
    }
    return piece;
  }

  function dawdles(silentMs: number): boolean {
    if (silentMs > pace.silentMs) return true;
    if (!place?.isWanted()) return false;
    if (silentMs > pace.silentWhileWantedMs) return true;
    const allMs = waitedMs + silentMs;
    return allMs > pace.graceMs && past < (allMs / 1000) * pace.bytesPerSecondWhileWanted;
  }

  async function readInTime(): ReturnType<typeof reader.read> {
    const since = performance.now();
    let tick: NodeJS.Timeout | undefined;
    const cutOff = new Promise<never>((_, reject) => {
      tick = setInterval(() => {
        if (dawdles(performance.now() - since)) reject(cut());
      }, TICK_MS);
    });
    const piece = await Promise.race([read(), cutOff]).finally(() => {
      clearInterval(tick);
      waitedMs += performance.now() - since;
    });
    // A drop now and then is no silence: the pace is looked at with every piece.
    if (!piece.done && dawdles(0)) throw cut();
    return piece;
  }

  function cut(): Error {
    tooSlow = true;
    return new Error('the sender is too slow');
  }

  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await readInTime();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );

  async function readHead(): Promise<Buffer> {
    // Whoever was cut off is answered at once: what was typed came first.
    try {
      while (!tooSlow && past < MOST_PAST) if ((await read()).done) break;
      await reader.cancel();
    } catch {
      // Who sent it has gone; nobody reads the answer.
    }
    return Buffer.concat(head);
  }

  const keepPace = (given: Place): void => {
    place = given;
  };
  return { stream, keepPace, isTooSlow: () => tooSlow, readHead };
}
