import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { notFound } from '#app/auth/require.ts';
import {
  CompanyPreferencesScreen,
  type CompanyPreferencesView,
} from '#app/screens/me/company-preferences.tsx';
import { PREFERENCES_DONE } from '#app/screens/me/preferences.tsx';
import { type SentWishes, wishesPath } from '#app/screens/me/wish.ts';
import { namedTitle } from './page-title.ts';
import { answerPreference } from './reading/answer-preference.server.ts';
import { nameOf } from './reading/find-company.server.ts';
import { type ConnectedCompany, readConnected, runningPause } from './reading/lines.server.ts';
import { oneOf, openPost, openVisit, type Visit } from './reading/visit.server.ts';
import { readChangedWishes } from './reading/wish-param.server.ts';
import { readWishes, wishNow } from './reading/wishes.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = namedTitle(
  (data) => (data as CompanyPreferencesView | undefined)?.company.name,
);
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, at, url, intentId } = visit;
  const connected = await findConnected(visit, args.params.company);
  const { preference } = core.storage.read;
  const own = await preference.find(customer.id, connected.company.id);
  const byDefault = await preference.find(customer.id, null);
  const wishes = await readWishes(visit, [connected], own);
  const now = { pausedUntil: own.pausedUntil, language: customer.language, at };
  return json({
    company: nameOf(connected.company),
    pausedUntil: runningPause(own.pausedUntil, at),
    pausedEverywhereUntil: runningPause(byDefault.pausedUntil, at),
    wishes,
    done: oneOf(PREFERENCES_DONE, url.searchParams.get('done')),
    changed: await readChangedWishes(visit, (kind) => wishNow(kind, wishes, now)),
    intentId,
  });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  const { company } = await findConnected(visit, args.params.company);
  return answerPreference(visit, company.id, wishesPath(company.slug));
}

export default function CompanyPreferences() {
  const sent = useActionData() as SentWishes | undefined;
  return <CompanyPreferencesScreen view={useView<typeof loader>()} sent={sent} />;
}

/** @throws Response 404, the same for a company that is not there and one that the customer is not connected with */
async function findConnected(
  { core, customer, at }: Visit,
  slug: string | undefined,
): Promise<ConnectedCompany> {
  const connected = await readConnected(core, customer.id, at);
  const found = connected.find(({ company }) => company.slug === slug);
  if (!found) throw notFound();
  return found;
}
