import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { CompanyScreen } from '#app/screens/me/company.tsx';
import { HomeScreen } from '#app/screens/me/home.tsx';
import { MailRefusedNotice } from '#app/screens/me/mail-refused-notice.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { pageTitle } from './page-title.ts';
import { changeCompany } from './reading/change-company.server.ts';
import { readCompanyView } from './reading/company-view.server.ts';
import { readNeeded } from './reading/empty-details.server.ts';
import { findOnlyCompany } from './reading/find-company.server.ts';
import { linesOf, readConnected, runningPause } from './reading/lines.server.ts';
import { readLooks } from './reading/looks.server.ts';
import { readNewWords } from './reading/new-words.server.ts';
import { readPrompts } from './reading/questions.server.ts';
import { readOpenRequests } from './reading/rights.server.ts';
import { readUndoable, readUndone } from './reading/taken-back.server.ts';
import { openPost, openVisit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.home.title');

/** The overview; in a portal of one company it is that company's page. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, at, intentId } = visit;
  const only = await findOnlyCompany(visit);
  const mailRefusedSince = (await core.storage.read.mailRefusal.since(customer.id)) ?? null;
  if (only) return json({ mailRefusedSince, company: await readCompanyView(visit, only, true), home: null });
  const connected = await readConnected(core, customer.id, at);
  const standings = connected.flatMap((one) => one.standings);
  const needed = await readNeeded(core, customer.id, standings);
  const preference = await core.storage.read.preference.find(customer.id, null);
  return json({
    mailRefusedSince,
    company: null,
    home: {
      companies: connected.map((one) => linesOf(one, at, needed)),
      pausedUntil: runningPause(preference.pausedUntil, at),
      newWords: await readNewWords(visit),
      questions: await readPrompts(visit),
      looks: await readLooks(core, customer.id, { limit: 3 }),
      requests: await readOpenRequests(visit),
      takenBack: await readUndoable(visit),
      undone: readUndone(visit),
      intentId,
    },
  });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  const only = await findOnlyCompany(visit);
  if (!only) throw new Response(null, { status: 405 });
  return changeCompany(visit, only, '/me');
}

export default function Home() {
  const { company, home, mailRefusedSince } = useView<typeof loader>();
  return (
    <Stack gap="l">
      <MailRefusedNotice since={mailRefusedSince} />
      {company ? <CompanyScreen {...company} /> : <HomeScreen {...home} />}
    </Stack>
  );
}
