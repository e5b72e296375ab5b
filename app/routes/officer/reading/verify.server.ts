import type { LogFault } from '#app/core/ledger/log-fault.ts';
import type { FaultLine, VerifyView } from '#app/screens/officer/verify.tsx';
import type { Services } from '#app/services.server.ts';
import { standOf } from './log-health.server.ts';
import type { OfficerVisit } from './visit.server.ts';

export async function readVerify(
  visit: OfficerVisit,
  { logHealth, verifierKey, config }: Pick<Services, 'logHealth' | 'verifierKey' | 'config'>,
): Promise<VerifyView> {
  const health = logHealth();
  const { report } = health;
  const state = await visit.core.storage.read.ledger.state();
  const newest = await visit.core.storage.read.ledger.latestCheckpoint();
  return {
    at: visit.at,
    companyName: visit.company.profile.name,
    log: standOf(health),
    report: report && {
      root: report.root,
      opened: report.opened,
      erased: report.erased,
      checkpointSize: report.checkpointSize,
      faults: await Promise.all(report.faults.map((fault) => faultLine(visit, fault))),
    },
    newer: report && state ? Math.max(0, state.size - report.size) : 0,
    justChecked: visit.url.searchParams.get('done') === 'checked',
    verifierKey,
    baseUrl: config.baseUrl,
    note: newest?.note ?? null,
  };
}

/**
 * Code and place only: the detail may say how another company's customer
 * stands. An entry is a link when it is this company's.
 */
async function faultLine({ core, company }: OfficerVisit, { code, at }: LogFault): Promise<FaultLine> {
  const index = /^entry (\d+)$/.exec(at)?.[1];
  if (index === undefined) return { code, at, entry: null };
  const entry = await core.storage.read.ledger.entry(Number(index));
  return { code, at, entry: { index: Number(index), own: entry?.companyId === company.id } };
}
