import { Readable } from 'node:stream';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStepUp } from '#app/auth/require.ts';
import { collectOwnData } from '#app/core/export/collect-own-data.ts';
import { customerZip } from '#app/files/customer-zip.ts';
import { localeOf } from '#app/http/read-frame.server.ts';
import { createI18n } from '#app/i18n/i18n-context.tsx';
import { openVisit } from './reading/visit.server.ts';

/** The ZIP itself: only shortly after a fresh code. It is the customer's own, so no look is recorded. */
export async function loader(args: LoaderFunctionArgs) {
  const { core, customer, session, at } = await openVisit(args);
  requireStepUp(args.request, args.context, session);
  const locale = localeOf(args.request, { kind: 'customer', customer, session });
  const data = await collectOwnData(core, customer.id);
  const stream = Readable.toWeb(customerZip(data, createI18n(locale, at))) as ReadableStream<Uint8Array>;
  return new Response(stream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="driverseat-${at.slice(0, 10)}.zip"`,
      'Cache-Control': 'no-store',
    },
  });
}
