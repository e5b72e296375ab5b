import { Readable } from 'node:stream';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireStepUp } from '#app/auth/require.ts';
import { tellOfDownload } from '#app/core/export/tell-of-download.ts';
import { localeOf } from '#app/http/read-frame.server.ts';
import { openExport } from './reading/export.server.ts';
import { openVisit, seeOther } from './reading/visit.server.ts';

/** The address alone fetches nothing: a browser that loads ahead must not take everything along. */
export async function loader(args: LoaderFunctionArgs) {
  await openVisit(args);
  throw seeOther('/me/export');
}

/**
 * The ZIP itself, for a press of the button: only shortly after a fresh code,
 * and a mail says that it was fetched. It is the customer's own, so no look is
 * recorded.
 */
export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, session, at } = visit;
  requireStepUp(args.request, args.context, session);
  const locale = localeOf(args.request, { kind: 'customer', customer, session });
  const { stream, size } = await openExport(args.context.services, visit, locale);
  await tellOfDownload(core, customer);
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="driverseat-${at.slice(0, 10)}.zip"`,
      'Cache-Control': 'no-store',
      ...(size === null ? {} : { 'Content-Length': String(size) }),
    },
  });
}
