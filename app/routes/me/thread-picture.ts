import type { LoaderFunctionArgs } from '@remix-run/node';
import { findOwnThread } from '#app/core/thread/own-thread.ts';
import { sendPicture } from './reading/picture.server.ts';
import { threadIdOf } from './reading/thread.server.ts';
import { openVisit } from './reading/visit.server.ts';

/** A picture of the customer's own conversation. */
export async function loader(args: LoaderFunctionArgs) {
  const { core, customer } = await openVisit(args);
  const thread = await findOwnThread(core.storage.read, customer.id, threadIdOf(args.params.thread));
  return sendPicture(core, thread.id, args.params.picture);
}
