import type { TypedResponse } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

type View<Loader> = Loader extends (...args: never[]) => Promise<infer Answer>
  ? Answer extends TypedResponse<infer Data>
    ? Data
    : never
  : never;

/**
 * A loader's view as its screen takes it. Views hold JSON only (no Date, no
 * Map), so what arrives has the very type that was sent, brands included.
 */
export function useView<Loader>(): View<Loader> {
  return useLoaderData() as View<Loader>;
}
