import type { CompanyId } from '#schema/ids.ts';
import { JoinRequest } from '#schema/join.ts';
import type { Language } from '#schema/language.ts';
import { ageLimitIn } from '../customer/age.ts';
import { registerCustomer } from '../customer/register-customer.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { checkJoin, type JoinForm, type JoinProblem } from './check-join.ts';

export interface JoinInput {
  readonly companyId: CompanyId;
  readonly form: JoinForm;
  /** Of the page, and so of the mail. */
  readonly language: Language;
  /** Path of the page. */
  readonly source: string;
  readonly gpc: boolean;
}

/**
 * Takes the answers of a join page and mails one button. Until it is pressed
 * nothing is written about anybody but an unconfirmed address: the answers wait
 * sealed in the proof (docs/decisions.md), and they are gone with it.
 *
 * @returns what has to be mended first; empty when the mail is on its way,
 *   whether the address was new, unconfirmed or known
 */
export async function joinCompany(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  { companyId, form, language, source, gpc }: JoinInput,
): Promise<readonly JoinProblem[]> {
  const askedAt = core.world.now();
  const asked = await core.storage.read.purpose.current(companyId);
  const company = await core.storage.read.company.find(companyId);
  if (!company) throw new NotFoundError();
  const limit = ageLimitIn(company.profile.jurisdiction);
  const { problems, answers, values } = checkJoin(asked, form, limit, askedAt.slice(0, 10));
  if (problems.length > 0) return problems;
  const age = limit === null || form.oldEnough === null ? null : { limit, yes: form.oldEnough };
  const said = { askedAt, source, gpc, answers, age, values };
  const pending = JoinRequest.parse({ format: 'driverseat/join/v1', ...said });
  await registerCustomer(core, {
    email: form.email,
    language,
    source: 'join',
    companyId,
    confirmPath: '/join/confirm',
    pending,
  });
  return [];
}
