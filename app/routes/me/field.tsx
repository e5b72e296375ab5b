import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { confirmFields, forgetEarlier, setFieldReminder } from '#app/core/profile/confirm-fields.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { fieldLabel } from '#app/i18n/field-words.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import { FieldScreen } from '#app/screens/me/field.tsx';
import { type FieldView, fieldPath, type SentField } from '#app/screens/me/field-view.ts';
import type { FieldId } from '#schema/field.ts';
import { namedTitle } from './page-title.ts';
import { checkValue, rawValue, readShapes } from './reading/field-shapes.server.ts';
import { findField, readFieldView } from './reading/field-view.server.ts';
import { openPost, openVisit, type PostVisit, seeOther } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

/** Called by its name, so that tabs and the browser's own history can be told apart. */
export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as FieldView | undefined;
  return view && fieldLabel(createTranslator(locale), view.field);
});
export const handle = { width: 'narrow' };

/** One value with all that is known about it: origin, earlier values, who sees it since when and for what. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  return json(await readFieldView(visit, await findField(visit, args.params.field)));
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  const field = await findField(visit, args.params.field);
  const { core, customer, form } = visit;
  const page = fieldPath(field);
  switch (form.get('act')) {
    case 'save':
      return save(visit, field, rawValue(form, field));
    case 'remove':
      return save(visit, field, '');
    case 'confirm':
      await confirmFields(core, customer.id, [field]);
      // From the list of what is due back to that list.
      return form.get('from') === 'list'
        ? seeOther('/me/profile', { done: 'confirmed' })
        : seeOther(page, { done: 'confirmed' });
    case 'forget':
      await forgetEarlier(core, customer.id, field);
      return seeOther(page, { done: 'forgotten' });
    case 'remind':
      await setFieldReminder(core, customer.id, field, form.get('wanted') === 'yes');
      return seeOther(page, { done: 'reminder' });
    default:
      throw new Response(null, { status: 400 });
  }
}

async function save({ core, customer, at }: PostVisit, field: FieldId, raw: string | readonly string[]) {
  const message = checkValue(await readShapes(core, [field]), field, raw, at.slice(0, 10));
  if (message) return json({ value: raw, message } satisfies SentField, { status: 422 });
  await saveFields(core, customer.id, { [field]: raw });
  return seeOther(fieldPath(field), { done: raw.length === 0 ? 'removed' : 'saved' });
}

export default function Field() {
  const sent = useActionData() as SentField | undefined;
  return <FieldScreen view={useView<typeof loader>()} sent={sent} />;
}
