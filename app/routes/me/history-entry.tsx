import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { createTranslator } from '#app/i18n/translator.ts';
import { HistoryEntryScreen, type HistoryEntryView } from '#app/screens/me/history-entry.tsx';
import { namedTitle } from './page-title.ts';
import { readHistoryEntry } from './reading/history-entry.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as HistoryEntryView | undefined;
  if (!view) return undefined;
  const t = createTranslator(locale);
  const what = [t(`state.customer.event.${view.kind}`), view.company?.name];
  return [...what, `${t('me.entry.number')} ${view.index}`].filter(Boolean).join(' · ');
});
export const handle = { width: 'narrow' };

export async function loader(args: LoaderFunctionArgs) {
  return json(await readHistoryEntry(await openVisit(args), args.params.index));
}

export default function HistoryEntry() {
  return <HistoryEntryScreen {...useView<typeof loader>()} />;
}
