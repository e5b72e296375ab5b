import type { Company } from '#app/core/company/company.ts';
import { effectivePreference } from '#app/core/preference/effective-preference.ts';
import { openCustomerNumber } from '#app/core/vault/doors/open-evidence.ts';
import type { CompanyPreference } from '#app/screens/me/company-controls.tsx';
import { COMPANY_DONE, type CompanyView } from '#app/screens/me/company-view.ts';
import { FIELD_QUESTION_DONE } from '#app/screens/me/field-question-view.ts';
import type { Wish, WishKind } from '#app/screens/me/wish.ts';
import { readNeeded } from './empty-details.server.ts';
import { readFieldQuestion } from './field-question.server.ts';
import { type CompanyCase, readCompanyCase } from './find-company.server.ts';
import { linesOf, runningPause } from './lines.server.ts';
import { readLooks } from './looks.server.ts';
import { readNewWords } from './new-words.server.ts';
import { readPrompts } from './questions.server.ts';
import { readRecalls } from './recalls.server.ts';
import { readUndoable, readUndone } from './taken-back.server.ts';
import { oneOf, type Visit } from './visit.server.ts';
import { readChangedWishes } from './wish-param.server.ts';

export async function readCompanyView(visit: Visit, company: Company, isHome: boolean): Promise<CompanyView> {
  const { core, customer, at, url, intentId } = visit;
  const found = await readCompanyCase(visit, company);
  const { relationship, standings } = found;
  const { profile } = company;
  const preference = await readCompanyPreference(visit, found);
  const number = relationship && (await openCustomerNumber(core, relationship, company.id));
  return {
    // Not connected: the same lines, but nothing runs and nothing has begun.
    company: linesOf(
      { company, standings, relationship: relationship ?? { createdAt: at, pausedUntil: null } },
      at,
      await readNeeded(core, customer.id, standings),
    ),
    facts: {
      about: profile.about,
      legalName: profile.legalName,
      address: profile.address,
      email: profile.email,
      phone: profile.phone,
      officer: profile.officer,
      authority: profile.authority,
      customerNumber: number ?? null,
    },
    connected: relationship !== undefined,
    returning:
      relationship === undefined &&
      (await core.storage.read.relationship.allOfCustomer(customer.id)).some(
        ({ companyId }) => companyId === company.id,
      ),
    isHome,
    preference,
    newWords: relationship ? await readNewWords(visit, company.id) : [],
    questions: relationship ? await readPrompts(visit, company.id) : [],
    fieldQuestion: relationship ? await readFieldQuestion(visit, company, standings) : null,
    fieldAnswered: oneOf(FIELD_QUESTION_DONE, url.searchParams.get('detail')),
    looks: relationship ? await readLooks(core, customer.id, { companyId: company.id, limit: 3 }) : [],
    recalls: await readRecalls(visit, company.id),
    done: oneOf(COMPANY_DONE, url.searchParams.get('done')),
    changed: await readChangedWishes(visit, (kind) => wishOf(kind, preference, visit)),
    takenBack: await readUndoable(visit, company.id),
    undone: readUndone(visit),
    intentId,
  };
}

/** One wish as the page says it. */
function wishOf(kind: WishKind, { pausedUntil, wishes }: CompanyPreference, { customer }: Visit): Wish {
  const found = wishes.find((wish) => wish.kind === kind);
  if (found) return found;
  return kind === 'pause' ? { kind, until: pausedUntil } : { kind: 'language', language: customer.language };
}

async function readCompanyPreference(
  { core, customer, at }: Visit,
  { company }: CompanyCase,
): Promise<CompanyPreference> {
  const { preference } = core.storage.read;
  const own = await preference.find(customer.id, company.id);
  const byDefault = await preference.find(customer.id, null);
  const { channelsOff, topicsOff, mostPerWeek, quietHours } = effectivePreference(own, byDefault);
  return {
    pausedUntil: runningPause(own.pausedUntil, at),
    pausedEverywhereUntil: runningPause(byDefault.pausedUntil, at),
    wishes: [
      { kind: 'topics', off: topicsOff },
      { kind: 'channels', off: channelsOff },
      { kind: 'often', most: mostPerWeek },
      { kind: 'quiet', hours: quietHours },
    ],
  };
}
