import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { homeOfPrincipal } from '#app/auth/home-of.ts';
import { optionalPrincipal } from '#app/auth/require.ts';
import { localeOf } from '#app/http/read-frame.server.ts';
import { languageOf } from '#app/i18n/locale.ts';
import { StartScreen, type StartView } from '#app/screens/public/start.tsx';
import { textIn } from '#schema/language.ts';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';

export const meta: MetaFunction = pageTitle('public.start.title');

/** Who is signed in goes where the own work begins. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const principal = await optionalPrincipal(request, context);
  if (principal) throw redirect(homeOfPrincipal(principal));
  const language = languageOf(localeOf(request, null));
  const companies = await context.services.core.storage.read.company.all();
  const view: StartView = {
    companies: companies.map(({ slug, profile }) => ({
      slug,
      name: profile.name,
      about: textIn(profile.about, language),
    })),
    demo: context.services.config.demo,
  };
  return json(view);
}

export default function Start() {
  return <StartScreen {...useView<typeof loader>()} />;
}
