/** Longer than any of the answers takes by itself. */
export const EVEN_TIME_MS = 250;

/**
 * Waits until `EVEN_TIME_MS` after the start of a request, so that an answer
 * says nothing by its time: whether the address was known, a key had to be
 * made, a mail was queued.
 *
 * @param startedAt performance.now() when the work began
 */
export async function evenTime(startedAt: number): Promise<void> {
  const rest = EVEN_TIME_MS - (performance.now() - startedAt);
  if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
}
