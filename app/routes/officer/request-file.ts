import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { openRequestFile } from '#app/core/vault/doors/open-request.ts';
import { downloadOf } from '#app/http/sent-files.server.ts';
import { RequestFileId, RequestId } from '#schema/ids.ts';
import { openVisit } from './reading/visit.server.ts';

/** A file of a request to the officer's own company. */
export async function loader(args: LoaderFunctionArgs) {
  const { core, staff } = await openVisit(args);
  const id = RequestId.safeParse(args.params.request).data;
  const fileId = RequestFileId.safeParse(args.params.file).data;
  if (!id || !fileId) throw notFound();
  return downloadOf(await openRequestFile(core, id, fileId, staff));
}
