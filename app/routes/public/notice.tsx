import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { notFound, optionalPrincipal } from '#app/auth/require.ts';
import { localeOf } from '#app/http/read-frame.server.ts';
import { languageOf } from '#app/i18n/locale.ts';
import { NoticeScreen, type NoticeView } from '#app/screens/public/notice.tsx';
import publicStyles from '#app/screens/public/public.css?url';
import { namedTitle } from '../me/page-title.ts';
import { useView } from '../me/use-view.ts';
import { readNoticeView } from './reading/notice-view.server.ts';

export const meta: MetaFunction = namedTitle(
  (data) => (data as NoticeView | undefined)?.shown?.content.title,
);
export const handle = { width: 'narrow' };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicStyles }];

/** The portal's notice, or a company's; `?version=` leads to an older one. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const language = languageOf(localeOf(request, await optionalPrincipal(request, context)));
  const asked = new URL(request.url).searchParams.get('version');
  const view = await readNoticeView(context.services.core, params.company, asked, language);
  if (!view) throw notFound();
  return json(view);
}

export default function Notice() {
  return <NoticeScreen {...useView<typeof loader>()} />;
}
