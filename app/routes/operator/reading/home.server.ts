import type { OperatorHomeView } from '#app/screens/operator/home.tsx';
import type { Services } from '#app/services.server.ts';
import { readMailTrouble } from './mails.server.ts';

/** Counts and states; nothing of any person. */
export async function readOperatorHome(
  services: Pick<Services, 'core' | 'mailer' | 'logHealth' | 'readiness'>,
): Promise<Omit<OperatorHomeView, 'done'>> {
  const { company, purpose, relationship, staff, job } = services.core.storage.read;
  const { whole, checkedAt, size, report } = services.logHealth();
  const { checks } = await services.readiness();
  return {
    companies: await Promise.all(
      (await company.all()).map(async ({ id, slug, profile, createdAt }) => ({
        slug,
        name: profile.name,
        since: createdAt,
        purposes: (await purpose.current(id)).length,
        relationships: await relationship.countLive(id),
        staff: (await staff.ofCompany(id)).filter(({ endedAt }) => endedAt === null).length,
      })),
    ),
    log: { whole, checkedAt, size, found: report?.found ?? 0, writable: checks.log === 'ok' },
    databaseOk: checks.database === 'ok',
    schemaOk: checks.migrations === 'ok',
    mail: await services.mailer.readiness(),
    mailTrouble: await readMailTrouble(services.core),
    failedJobs: await job.countFailed(),
  };
}
