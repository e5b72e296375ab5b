import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { HistoryScreen } from '#app/screens/me/history.tsx';
import { pageTitle } from './page-title.ts';
import { readBroughtSources } from './reading/brought.server.ts';
import { readHistory } from './reading/history-lines.server.ts';
import { openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.history.title');
export const handle = { width: 'narrow' };

const PAGE = 30;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const asked = visit.url.searchParams.get('before');
  const before = asked !== null && /^\d{1,15}$/.test(asked) ? Number(asked) : undefined;
  const lines = await readHistory(visit, PAGE + 1, before);
  const shown = lines.slice(0, PAGE);
  const last = lines.length > PAGE ? shown.at(-1) : undefined;
  return json({
    lines: shown,
    next: last ? `/me/history?before=${last.index}` : null,
    isFirstPage: before === undefined,
    brought: before === undefined ? await readBroughtSources(visit) : [],
  });
}

export default function History() {
  return <HistoryScreen {...useView<typeof loader>()} />;
}
