import { createContext } from 'react';

/** Per request, on the server only: pages never need it once they run in the browser. */
export interface PageFacts {
  readonly nonce: string | undefined;
  /** Shown on error pages, so that a report can be found in the log. */
  readonly requestId: string | undefined;
}

export const PageContext = createContext<PageFacts>({ nonce: undefined, requestId: undefined });
