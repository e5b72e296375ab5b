/**
 * Work that takes long shares its thread with everybody's pages: whoever calls
 * this between two pieces of it gives way once some milliseconds have passed.
 */
export function createBreather(workMs = 8): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < workMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
