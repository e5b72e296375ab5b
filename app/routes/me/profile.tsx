import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { setReminders } from '#app/core/profile/confirm-fields.ts';
import { PROFILE_DONE, ProfileScreen } from '#app/screens/me/profile.tsx';
import { pageTitle } from './page-title.ts';
import { readProfile } from './reading/profile-view.server.ts';
import { oneOf, openPost, openVisit, seeOther } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.data.title');

export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const done = oneOf(PROFILE_DONE, visit.url.searchParams.get('done'));
  return json({ ...(await readProfile(visit)), done, intentId: visit.intentId });
}

/** Reminders for all values, on or off. */
export async function action(args: ActionFunctionArgs) {
  const { core, customer, form } = await openPost(args);
  if (form.get('act') !== 'remind') throw new Response(null, { status: 400 });
  await setReminders(core, customer.id, form.get('wanted') === 'yes');
  return seeOther('/me/profile', { done: 'reminder' });
}

export default function Profile() {
  return <ProfileScreen {...useView<typeof loader>()} />;
}
