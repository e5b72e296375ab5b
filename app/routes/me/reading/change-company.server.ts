import { notFound } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { answerPreference } from './answer-preference.server.ts';
import { type PostVisit, seeOther } from './visit.server.ts';

/** Connecting, pause and channels of one company; answers with the page that shows what holds. */
export async function changeCompany(visit: PostVisit, company: Company, page: string): Promise<Response> {
  const { core, customer, form } = visit;
  if (form.get('act') === 'connect') {
    await connectCompany(core, { customerId: customer.id, companyId: company.id, source: 'directory' });
    return seeOther(page, { done: 'connected' });
  }
  if (!(await core.storage.read.relationship.findLive(customer.id, company.id))) throw notFound();
  return answerPreference(visit, company.id, page);
}
