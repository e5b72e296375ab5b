import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { notFound } from '#app/auth/require.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import {
  ProfileGroupScreen,
  type ProfileGroupView,
  type SentProfile,
} from '#app/screens/me/profile-group.tsx';
import { CATALOGUE_FIELDS, FIELD_GROUPS, type FieldGroup, type FieldId, fieldShape } from '#schema/field.ts';
import { namedTitle } from './page-title.ts';
import { readExtraFields } from './reading/extra-fields.server.ts';
import { checkValue, rawValue, readShapes } from './reading/field-shapes.server.ts';
import { oneOf, openPost, openVisit, seeOther, type Visit } from './reading/visit.server.ts';
import { useView } from './use-view.ts';

export const meta: MetaFunction = namedTitle((data, locale) => {
  const view = data as ProfileGroupView | undefined;
  return view && createTranslator(locale)(`field.group.${view.group}`);
});
export const handle = { width: 'narrow', keeps: true };

/** One group of the profile to fill in; works with no consent at all. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args);
  const { core, customer, intentId } = visit;
  const group = groupOf(args.params.group);
  const entries = await readOwn(core, customer.id, [group]);
  const email = entries.email?.value;
  return json({
    group,
    fields: (await editable(visit, group)).map((field) => ({ field, value: entries[field]?.value ?? null })),
    email: typeof email === 'string' ? email : null,
    intentId,
  });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openPost(args);
  const { core, customer, form, at, sentBefore } = visit;
  const group = groupOf(args.params.group);
  const fields = await editable(visit, group);
  const shapes = await readShapes(core, fields);
  const values = Object.fromEntries(fields.map((field) => [field, rawValue(form, field)]));
  const errors = fields.flatMap((field) => {
    const message = checkValue(shapes, field, values[field] ?? '', at.slice(0, 10));
    return message ? [{ field, message }] : [];
  });
  if (errors.length > 0) return json({ values, errors } satisfies SentProfile, { status: 422 });
  if (!sentBefore) await saveFields(core, customer.id, values);
  return seeOther('/me/profile', { done: 'saved' });
}

export default function ProfileGroup() {
  const sent = useActionData() as SentProfile | undefined;
  return <ProfileGroupScreen view={useView<typeof loader>()} sent={sent} />;
}

/** @throws Response 404 for a group that the catalogue does not have */
function groupOf(word: string | undefined): FieldGroup {
  const group = oneOf(FIELD_GROUPS, word ?? null);
  if (!group) throw notFound();
  return group;
}

/** Derived fields follow others; the address is confirmed on a page of its own. */
async function editable({ core, customer }: Visit, group: FieldGroup): Promise<FieldId[]> {
  if (group === 'extra') {
    const entries = await readOwn(core, customer.id, [group]);
    return (await readExtraFields(core, customer.id, entries)).map(({ id }) => id);
  }
  return CATALOGUE_FIELDS.filter((field) => {
    const shape = fieldShape(field);
    return shape.group === group && shape.type !== 'derived' && shape.type !== 'email';
  });
}
