import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { CompanyFieldError, defineField } from '#app/core/company-field/define-field.ts';
import { message } from '#app/i18n/message.ts';
import { FieldFormScreen } from '#app/screens/company/field-form.tsx';
import type { FieldForm } from '#app/screens/company/fields-view.ts';
import { pageTitle } from '../me/page-title.ts';
import { seeOther } from '../me/reading/visit.server.ts';
import { useView } from '../me/use-view.ts';
import { readFieldDraft } from './reading/field-draft.server.ts';
import { openHomeVisit } from './reading/visit.server.ts';

export const meta: MetaFunction = pageTitle('company.fields.formTitle');
export const handle = { width: 'narrow', keeps: true };

export async function loader(args: LoaderFunctionArgs) {
  const { company, intentId } = await openHomeVisit(args);
  return json({ languages: company.profile.languages, intentId });
}

export async function action(args: ActionFunctionArgs) {
  const { core, company, staff } = await openHomeVisit(args);
  const sent = await args.request.formData();
  const { languages } = company.profile;
  const read = readFieldDraft(sent, languages);
  if ('form' in read) return json(read.form, { status: 422 });
  try {
    await defineField(core, staff, read.draft);
    return seeOther('/company/fields', { done: 'proposed' });
  } catch (error) {
    if (!(error instanceof CompanyFieldError)) throw error;
    const id = `label.${languages[0] ?? 'de'}`;
    const text =
      error.code === 'field-special-category'
        ? message('company.fields.error.special', { word: String(error.details.word) })
        : message('company.fields.error.taken');
    const typed: Record<string, string> = {};
    for (const [name, value] of sent) if (typeof value === 'string') typed[name] = value;
    return json({ typed, errors: [{ id, message: text }] } satisfies FieldForm, { status: 422 });
  }
}

export default function FieldNew() {
  return <FieldFormScreen view={useView<typeof loader>()} form={useActionData() as FieldForm | undefined} />;
}
