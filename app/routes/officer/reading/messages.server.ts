import type { CounterStatement } from '#app/core/thread/thread.ts';
import { openStatements } from '#app/core/vault/doors/open-dialogue.ts';
import type { OfficerMessagesView, StatementLine } from '#app/screens/officer/messages.tsx';
import type { DisclosureId, InteractionId } from '#schema/ids.ts';
import { companyLines } from '../../company/reading/messages.server.ts';
import type { OfficerVisit } from './visit.server.ts';

const CALLED = 100;
const STATEMENTS = 50;
/** More than a company leaves open at once. */
const WAITING = 500;

/** What the officer was called to, and what people say against looks and entries of the own company. */
export async function readOfficerMessages(visit: OfficerVisit): Promise<OfficerMessagesView> {
  const { core, company, at } = visit;
  const { thread } = core.storage.read;
  const statements = [
    ...(await thread.statementsOfCompany(company.id, 'look', STATEMENTS)),
    ...(await thread.statementsOfCompany(company.id, 'entry', STATEMENTS)),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return {
    companyName: company.profile.name,
    // What is new is said to those who answer first, and goes when they look.
    called: (await companyLines(core, await thread.withOfficer(company.id, CALLED), at)).map((line) => ({
      ...line,
      isNew: false,
    })),
    silent: (await thread.waiting(company.id, WAITING)).filter(
      ({ officerSince, dueAt }) => officerSince === null && dueAt !== null && dueAt <= at,
    ).length,
    statements: await statementLines(visit, statements),
  };
}

async function statementLines(
  { core }: OfficerVisit,
  statements: readonly CounterStatement[],
): Promise<StatementLine[]> {
  const { read } = core.storage;
  const lines: StatementLine[] = [];
  for (const { relationshipId, target, targetId, at, text } of await openStatements(core, statements)) {
    const relationship = await read.relationship.find(relationshipId);
    if (!relationship || relationship.endedAt !== null) continue;
    const said = { key: `${relationshipId}/${targetId}`, at, text, subject: relationship.subject };
    if (target === 'look') {
      const look = await read.disclosure.find(targetId as DisclosureId);
      if (look) lines.push({ ...said, target, lookAt: look.at, index: look.ledgerIndex });
    } else {
      const entry = await read.interaction.find(targetId as InteractionId);
      if (entry) lines.push({ ...said, target, kind: entry.kind, happenedOn: entry.happenedOn });
    }
  }
  return lines;
}
