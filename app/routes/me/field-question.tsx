import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { notFound } from '#app/auth/require.ts';
import { answerQuestion, skipQuestion } from '#app/core/company-field/answer-field.ts';
import { isAsked } from '#app/core/company-field/company-field.ts';
import { FieldQuestionScreen } from '#app/screens/me/field-question.tsx';
import type { SentFieldQuestion } from '#app/screens/me/field-question-view.ts';
import { companyPath } from '#app/screens/me/view.ts';
import { CompanyFieldId } from '#schema/field.ts';
import { pageTitle } from './page-title.ts';
import { fieldQuestionOf } from './reading/field-question.server.ts';
import { checkValue, rawValue, readShapes } from './reading/field-shapes.server.ts';
import { findCompany, nameOf, readCompanyCase } from './reading/find-company.server.ts';
import { openPost, openVisit, seeOther, type Visit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('common.nav.data');
export const handle = { width: 'narrow' };

/** One question of one company. The same card stands on the company's page; a wrong answer comes back here. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { company, question } = await findQuestion(visit, args.params);
  return json({ company: nameOf(company), question, intentId: visit.intentId });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  const { company, question } = await findQuestion(visit, args.params);
  const { core, customer, form, at } = visit;
  const { field } = question;
  const input = { customerId: customer.id, companyId: company.id, field };
  const page = companyPath(company.slug);
  switch (form.get('act')) {
    case 'skip':
      await skipQuestion(core, input);
      return seeOther(page, { detail: 'skipped' });
    case 'answer': {
      const value = rawValue(form, field);
      const message = checkValue(await readShapes(core, [field]), field, value, at.slice(0, 10));
      if (message) return json({ value, message } satisfies SentFieldQuestion, { status: 422 });
      return seeOther(page, { detail: await answerQuestion(core, input, value) });
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

/** @throws Response 404 for a company that is a stranger here, and for a field that it does not ask for */
async function findQuestion(visit: Visit, params: Readonly<Record<string, string | undefined>>) {
  const company = await findCompany(visit, params.company);
  const id = CompanyFieldId.safeParse(params.field).data;
  const field = id && (await visit.core.storage.read.companyField.find(id));
  const { relationship, standings } = await readCompanyCase(visit, company);
  if (!relationship || field?.companyId !== company.id || !isAsked(field)) throw notFound();
  return { company, question: fieldQuestionOf(field, standings) };
}

export default function FieldQuestionPage() {
  const sent = useActionData() as SentFieldQuestion | undefined;
  return <FieldQuestionScreen {...useView<typeof loader>()} sent={sent} />;
}
