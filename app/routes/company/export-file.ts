import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirectTo } from '#app/auth/require.ts';
import { sendExport } from './reading/export.server.ts';
import { openVisit } from './reading/visit.server.ts';

/** The file comes by POST alone: no link, no bookmark and no HEAD may cause it. They lead to where it begins. */
export async function loader(_: LoaderFunctionArgs): Promise<Response> {
  return redirectTo('/company/people');
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const visit = await openVisit({ request, context });
  return sendExport(visit, await request.formData(), (error) =>
    context.log.error('export broke off', { requestId: context.requestId, error }),
  );
}
