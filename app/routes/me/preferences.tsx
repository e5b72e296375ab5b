import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { setLanguage } from '#app/core/customer/set-language.ts';
import { langCookieHeader } from '#app/i18n/lang-cookie.ts';
import { PREFERENCES_DONE, PreferencesScreen } from '#app/screens/me/preferences.tsx';
import type { SentWishes } from '#app/screens/me/wish.ts';
import { Language } from '#schema/language.ts';
import { pageTitle } from './page-title.ts';
import { answerPreference } from './reading/answer-preference.server.ts';
import { nameOf } from './reading/find-company.server.ts';
import { readConnected, runningPause } from './reading/lines.server.ts';
import { oneOf, openPost, openVisit, type PostVisit, seeOther } from './reading/visit.server.ts';
import { readChangedWishes, writeWish } from './reading/wish-param.server.ts';
import { ownWishes, readWishes, wishNow } from './reading/wishes.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.preferences.title');
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, at, url, intentId } = visit;
  const { read } = core.storage;
  const { pausedUntil } = await read.preference.find(customer.id, null);
  const overrides = await read.preference.overrides(customer.id);
  const connected = await readConnected(core, customer.id, at);
  const wishes = await readWishes(visit, connected, null, overrides);
  const { language } = customer;
  return json({
    pausedUntil: runningPause(pausedUntil, at),
    wishes,
    language,
    companies: connected.map(({ company }) => {
      const own = overrides.get(company.id);
      return {
        ...nameOf(company),
        pausedUntil: runningPause(own?.pausedUntil ?? null, at),
        own: ownWishes(own),
      };
    }),
    manyCompanies: (await read.company.all()).length > 1,
    done: oneOf(PREFERENCES_DONE, url.searchParams.get('done')),
    changed: await readChangedWishes(visit, (kind) => wishNow(kind, wishes, { pausedUntil, language, at })),
    intentId,
  });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  if (visit.form.get('act') !== 'language') return answerPreference(visit, null, '/me/preferences');
  const secure = args.context.services.config.baseUrl.startsWith('https:');
  return changeLanguage(visit, secure);
}

/** The language of pages and mails, through the same cookie as the switch. */
async function changeLanguage({ core, customer, form }: PostVisit, secure: boolean): Promise<Response> {
  const language = Language.safeParse(form.get('language')).data;
  if (!language) throw new Response(null, { status: 400 });
  await setLanguage(core, customer.id, language);
  const was = writeWish({ kind: 'language', language: customer.language });
  const answer = seeOther('/me/preferences', { done: 'language', was });
  answer.headers.set('Set-Cookie', langCookieHeader(language, secure));
  return answer;
}

export default function Preferences() {
  const sent = useActionData() as SentWishes | undefined;
  return <PreferencesScreen view={useView<typeof loader>()} sent={sent} />;
}
