import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Longest and 99th percentile by which a timer of this process was late while `work` ran. */
export async function withLoopDelay<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly seconds: number; readonly delay: string }> {
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  monitor.enable();
  const startedAt = performance.now();
  const result = await work();
  const seconds = (performance.now() - startedAt) / 1000;
  monitor.disable();
  const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e6);
  return {
    result,
    seconds,
    delay: `event loop late by p99 ${ms(monitor.percentile(99))} ms, at most ${ms(monitor.max)} ms`,
  };
}
