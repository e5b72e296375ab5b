import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { optionalPrincipal } from '#app/auth/require.ts';
import { localeOf } from '#app/http/read-frame.server.ts';
import { languageOf } from '#app/i18n/locale.ts';
import { readImprint } from '#app/imprint.server.ts';
import { ImprintScreen } from '#app/screens/public/imprint.tsx';
import publicStyles from '#app/screens/public/public.css?url';
import { pageTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';

export const meta: MetaFunction = pageTitle('public.imprint.title');
export const handle = { width: 'narrow' };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicStyles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(localeOf(request, await optionalPrincipal(request, context)));
  return json(await readImprint(context.services.config.dataDir, language));
}

export default function ImprintPage() {
  return <ImprintScreen imprint={useView<typeof loader>()} />;
}
