import type { Company } from '#app/core/company/company.ts';
import { nextQuestion } from '#app/core/company-field/answer-field.ts';
import type { CompanyField } from '#app/core/company-field/company-field.ts';
import type { PurposeStanding } from '#app/core/permission/find-standings.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import type { FieldQuestionView } from '#app/screens/me/field-question-view.ts';
import { titleOf } from './lines.server.ts';
import type { Visit } from './visit.server.ts';

/** What this company would like to know, one thing at a time; null: nothing now. */
export async function readFieldQuestion(
  { core, customer, at }: Visit,
  company: Company,
  standings: readonly PurposeStanding[],
): Promise<FieldQuestionView | null> {
  const { read } = core.storage;
  const entries = await readOwn(core, customer.id, ['extra']);
  const asking = { customerId: customer.id, companyId: company.id, at };
  const field = await nextQuestion(read, asking, entries);
  return field ? fieldQuestionOf(field, standings) : null;
}

export function fieldQuestionOf(
  { id, content }: CompanyField,
  standings: readonly PurposeStanding[],
): FieldQuestionView {
  return {
    field: id,
    reason: content.reason,
    benefit: content.benefit,
    seenFor: standings.filter(({ permission }) => permission.fields.includes(id)).map(titleOf),
  };
}
