import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { notFound, requireOperator } from '#app/auth/require.ts';
import { MAIL_JOB } from '#app/core/sign-in/draft-mail.ts';
import { seeOther } from '../me/reading/visit.server.ts';

/** The list stands on the operator's page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  return redirect('/operator#mails');
}

/** Tries a mail again that was given up, or drops it with what it carried. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireOperator(request, context);
  const { storage, world } = context.services.core;
  const form = await request.formData();
  const [act, id] = [form.get('act'), form.get('mail')];
  if (typeof id !== 'string' || (act !== 'retry' && act !== 'discard')) {
    throw new Response(null, { status: 400 });
  }
  const at = world.now();
  const found = await storage.transact((tx) =>
    act === 'retry' ? tx.job.revive(MAIL_JOB, id, at) : tx.job.discard(MAIL_JOB, id, at),
  );
  // Pressed twice: the first press has done it, the page shows what is left.
  if (!found && !/^[0-9a-f]{32}$/.test(id)) throw notFound();
  return seeOther('/operator#mails');
}
