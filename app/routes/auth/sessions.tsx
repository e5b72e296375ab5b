import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requirePrincipal } from '#app/auth/require.ts';
import { listSessions, revokeSession } from '#app/core/sign-in/sessions.ts';
import { SessionsScreen, type SessionsView } from '#app/screens/auth/sessions.tsx';
import { namedTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readForm } from './form.server.ts';
import { sessionsTitle } from './sessions-title.ts';

export const meta: MetaFunction = namedTitle(sessionsTitle);
export const handle = { width: 'narrow' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { kind, session: here } = await requirePrincipal(request, context);
  const sessions = await listSessions(context.services.core, here.principal);
  const view: SessionsView = {
    customer: kind === 'customer',
    sessions: sessions.map(({ idHash, createdAt, seenAt, absoluteExpiresAt }) => ({
      key: idHash,
      startedAt: createdAt,
      seenAt,
      endsAt: absoluteExpiresAt,
      here: idHash === here.idHash,
    })),
    done: new URL(request.url).searchParams.has('ended'),
  };
  return json(view);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { session } = await requirePrincipal(request, context);
  const field = await readForm(request);
  await revokeSession(context.services.core, session.principal, field('session'));
  return redirect(`${new URL(request.url).pathname}?ended`, 303);
}

export default function Sessions() {
  return <SessionsScreen {...useView<typeof loader>()} />;
}
