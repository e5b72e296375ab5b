import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { PREFERENCES_DONE, PreferencesScreen } from '#app/screens/me/preferences.tsx';
import { CHANNELS } from '#schema/channel.ts';
import { pageTitle } from './page-title.ts';
import { changePreference } from './reading/change-preference.server.ts';
import { nameOf } from './reading/find-company.server.ts';
import { readConnected, runningPause } from './reading/lines.server.ts';
import { oneOf, openPost, openVisit, seeOther } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.preferences.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  const { core, customer, at, url, intentId } = await openVisit(args);
  const { read } = core.storage;
  const preference = await read.preference.find(customer.id, null);
  const overrides = await read.preference.overrides(customer.id);
  const connected = await readConnected(core, customer.id, at);
  const channelsOff = preference.channelsOff ?? [];
  const used = new Set([
    ...channelsOff,
    ...connected.flatMap(({ standings }) =>
      standings
        .filter(({ purpose }) => purpose.basis === 'consent' || purpose.basis === 'objection')
        .flatMap(({ granted, current }) => (granted ?? current).content.channels),
    ),
  ]);
  return json({
    pausedUntil: runningPause(preference.pausedUntil, at),
    channels: CHANNELS.filter((channel) => used.has(channel)),
    channelsOff,
    companies: connected.map(({ company }) => {
      const own = overrides.get(company.id);
      return {
        ...nameOf(company),
        pausedUntil: runningPause(own?.pausedUntil ?? null, at),
        channelsOff: own?.channelsOff ?? null,
      };
    }),
    manyCompanies: (await read.company.all()).length > 1,
    done: oneOf(PREFERENCES_DONE, url.searchParams.get('done')),
    intentId,
  });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  return seeOther('/me/preferences', { done: await changePreference(visit, null) });
}

export default function Preferences() {
  return <PreferencesScreen {...useView<typeof loader>()} />;
}
