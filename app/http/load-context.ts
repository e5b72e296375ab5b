import type { HttpBindings } from '@hono/node-server';
import type { Log } from '#app/logger.server.ts';
import type { Services } from '#app/services.server.ts';
import type { RefusedUpload } from './receive-upload.server.ts';

/** What the HTTP layer found out about a request before a page or an API handler sees it. */
export interface RequestFacts {
  readonly requestId: string;
  /** For `<script nonce>`: the only scripts the browser runs on this page. */
  readonly nonce: string;
  /** The peer, or what a trusted proxy said about it. Never log it untruncated. */
  readonly clientAddress: string;
}

/** For Hono routers that are mounted beside Remix. */
export interface HttpEnv {
  Bindings: HttpBindings & { readonly facts: RequestFacts };
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestFacts {
    readonly services: Services;
    readonly log: Log;
    /** The files of the form that was just sent here were not taken. */
    readonly refusedUpload?: RefusedUpload;
  }
}
