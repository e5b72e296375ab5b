import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { ProfileScreen } from '#app/screens/me/profile.tsx';
import { pageTitle } from './page-title.ts';
import { readProfile } from './reading/profile-view.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.data.title');

export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  return json({ groups: await readProfile(visit), saved: visit.url.searchParams.get('done') === 'saved' });
}

export default function Profile() {
  return <ProfileScreen {...useView<typeof loader>()} />;
}
