import { describe, readClosed } from '#app/routes/company/reading/describe-recalls.server.ts';
import type { RecallsView } from '#app/screens/officer/recalls.tsx';
import type { OfficerVisit } from './visit.server.ts';

const SHOWN = 100;

/** What the company was told to do, and whether it said that it did. */
export async function readRecallsPage({ core, company, at }: OfficerVisit): Promise<RecallsView> {
  const { recall } = core.storage.read;
  return {
    at,
    companyName: company.profile.name,
    counts: await recall.countOpen(company.id, at),
    open: await describe(core, company, at, await recall.open(company.id, SHOWN)),
    closed: await readClosed(core, company, at, SHOWN),
  };
}
