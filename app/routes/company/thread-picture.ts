import type { LoaderFunctionArgs } from '@remix-run/node';
import { findCompanyThread } from '#app/core/thread/company-thread.ts';
import { sendPicture } from '../me/reading/picture.server.ts';
import { threadIdOf } from '../me/reading/thread.server.ts';
import { openVisit } from './reading/visit.server.ts';

/** A picture that a customer sent to this company. */
export async function loader(args: LoaderFunctionArgs) {
  const { core, staff } = await openVisit(args);
  const thread = await findCompanyThread(
    core.storage.read,
    staff,
    'marketer',
    threadIdOf(args.params.thread),
  );
  return sendPicture(core, thread.id, args.params.picture);
}
