import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { ConsentError } from '#app/core/consent/consent-error.ts';
import { hideField, planHiding, waysClosedBy } from '#app/core/consent/hide-field.ts';
import { fieldPath, hidePath } from '#app/screens/me/field-view.ts';
import { HideFieldScreen, type HideFieldView } from '#app/screens/me/hide-field.tsx';
import { PurposeId } from '#schema/ids.ts';
import { pageTitle } from './page-title.ts';
import { findField } from './reading/field-view.server.ts';
import { findCompany, nameOf, readCompanyCase } from './reading/find-company.server.ts';
import { lineOf } from './reading/lines.server.ts';
import { decisionOf, openPost, openVisit, seeOther, type Visit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = pageTitle('me.hide.title');
export const handle = { width: 'narrow' };

/** What ends and what goes on without the field, before anything happens. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { field, company, plan } = await readPlan(visit, args.params);
  const { intentId } = visit;
  const view: HideFieldView = {
    field,
    company: nameOf(company),
    narrowed: plan.narrowed.map((found) => ({
      line: lineOf(found, null),
      closes: waysClosedBy(found, field),
    })),
    ended: plan.ended.map((found) => ({ id: found.purpose.id, line: lineOf(found, null) })),
    intentId,
  };
  return json(view);
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  const { field, company } = await readPlan(visit, args.params);
  const { core, customer, form } = visit;
  const mayEnd = form.getAll('ends').flatMap((id) => PurposeId.safeParse(id).data ?? []);
  const input = { customerId: customer.id, companyId: company.id, field, mayEnd };
  try {
    const applied = await hideField(core, input, decisionOf(visit, null));
    const changed = applied.flatMap(({ index }) => index ?? []);
    return seeOther(fieldPath(field), { done: 'hidden', company: company.slug, changed: changed.join(',') });
  } catch (error) {
    // Something else would end than was said: the page says what.
    if (error instanceof ConsentError && error.code === 'version-outdated')
      return seeOther(hidePath(field, company.slug));
    throw error;
  }
}

async function readPlan(visit: Visit, params: Readonly<Record<string, string | undefined>>) {
  const field = await findField(visit, params.field);
  const company = await findCompany(visit, params.company);
  const { standings, relationship } = await readCompanyCase(visit, company);
  return { field, company, plan: planHiding(relationship ? standings : [], field) };
}

export default function HideField() {
  return <HideFieldScreen {...useView<typeof loader>()} />;
}
