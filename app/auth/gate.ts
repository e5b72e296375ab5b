import { AppError } from '#app/core/shared/app-error.ts';

/** Too many are waiting already: try again in a moment. */
export class BusyError extends AppError<'busy'> {}

/** Runs work a few at a time; a crowd waits in order, a flood is turned away. */
export function createGate(atOnce: number, maxWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= maxWaiting) throw new BusyError('busy');
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever waits takes over this place, so the count stays.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
