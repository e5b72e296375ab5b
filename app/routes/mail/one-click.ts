import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { unsubscribeByMail } from '#app/core/mail/unsubscribe-by-mail.ts';

/** Mail programs that do not know the button open the address instead: a page, and nothing has changed. */
export async function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/mail/${encodeURIComponent(params.token ?? '')}`);
}

/** RFC 8058: exactly this body, no cookie, no page in answer. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  if (form.get('List-Unsubscribe') !== 'One-Click') throw new Response(null, { status: 400 });
  const done = await unsubscribeByMail(context.services.core, params.token ?? '');
  return new Response(null, { status: done ? 200 : 404 });
}
