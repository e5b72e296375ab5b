import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { releaseField, retireField } from '#app/core/company-field/define-field.ts';
import { FieldsScreen } from '#app/screens/company/fields.tsx';
import { FIELDS_DONE, type FieldsView } from '#app/screens/company/fields-view.ts';
import { CompanyFieldId } from '#schema/field.ts';
import { pageTitle } from '../me/page-title.ts';
import { oneOf, seeOther } from '../me/reading/visit.server.ts';
import { useView } from '../me/use-view.ts';
import { readOwnFields } from './reading/fields.server.ts';
import { readTeam } from './reading/team.server.ts';
import { openHomeVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.fields.title');
export const handle = { width: 'narrow' };

/** What the company asks beyond the catalogue; marketers propose, owners release what others proposed. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openHomeVisit(args);
  const { core, company, staff, url, intentId } = visit;
  const view: FieldsView = {
    fields: await readOwnFields(core, company, staff, await readTeam(visit)),
    done: oneOf(FIELDS_DONE, url.searchParams.get('done')),
    intentId,
  };
  return json(view);
}

export async function action(args: ActionFunctionArgs) {
  const { core, staff } = await openHomeVisit(args);
  const form = await args.request.formData();
  const id = CompanyFieldId.safeParse(form.get('field')).data;
  const field = id && (await core.storage.read.companyField.find(id));
  if (!field || field.companyId !== staff.companyId) throw notFound();
  switch (form.get('act')) {
    case 'release':
      await releaseField(core, staff, field.id);
      return seeOther('/company/fields', { done: 'released' });
    case 'retire':
      await retireField(core, staff, field.id);
      return seeOther('/company/fields', { done: field.releasedAt ? 'retired' : 'discarded' });
    default:
      throw new Response(null, { status: 400 });
  }
}

export default function Fields() {
  return <FieldsScreen view={useView<typeof loader>()} />;
}
