/** What a number of callers got, each waiting for its answer before it asks again. */
export interface LoopResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly count: number;
}

export interface Loop {
  readonly callers: number;
  readonly forMs: number;
  /** @param turn counts up over all callers */
  act(caller: number, turn: number): Promise<unknown>;
}

export async function runLoop({ callers, forMs, act }: Loop): Promise<LoopResult> {
  const times: number[] = [];
  let turn = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + forMs;
  const call = async (caller: number): Promise<void> => {
    while (performance.now() < endsAt) {
      const asked = performance.now();
      await act(caller, turn++);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / seconds,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    count: times.length,
  };
}

/** @param sorted ascending */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/**
 * Runs candidates in turn, several rounds, so that what else the machine does
 * falls on all of them alike.
 *
 * @returns per name the results of all rounds, in order
 */
export async function interleave<T>(
  rounds: number,
  candidates: Readonly<Record<string, () => Promise<T>>>,
): Promise<Readonly<Record<string, readonly T[]>>> {
  const results: Record<string, T[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(candidates)) {
      const list = results[name] ?? [];
      results[name] = list;
      list.push(await run());
    }
  }
  return results;
}
