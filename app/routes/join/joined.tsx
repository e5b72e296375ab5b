import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { createTranslator } from '#app/i18n/translator.ts';
import { JoinedScreen, type JoinedView } from '#app/screens/join/joined.tsx';
import { namedTitle } from '../me/page-title.ts';
import { openVisit } from '../me/reading/visit.server.ts';
import { useView } from '../me/use-view.ts';
import { readJoinedView } from './reading/joined-view.server.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as JoinedView | undefined;
  return view && createTranslator(locale)('public.join.joined.title', { company: view.company.name });
});
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readJoinedView(await openVisit(args), args.params.company));
}

export default function Joined() {
  return <JoinedScreen {...useView<typeof loader>()} />;
}
