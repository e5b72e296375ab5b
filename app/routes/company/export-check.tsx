import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { requireStepUp } from '#app/auth/require.ts';
import { ExportCheckScreen } from '#app/screens/company/export-check.tsx';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readExportCheck } from './reading/export.server.ts';
import { openVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.exports.title');
export const handle = { width: 'narrow' };

/** For everybody who permits a purpose, and for a segment. A file of people asks for a fresh proof of who takes it. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const view = await readExportCheck(visit, args.params.segment);
  requireStepUp(args.request, args.context, visit.session);
  return json(view);
}

export default function ExportCheck() {
  return <ExportCheckScreen {...useView<typeof loader>()} />;
}
