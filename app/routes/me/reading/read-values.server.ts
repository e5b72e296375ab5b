import { groupsOf } from '#app/core/profile/derive-value.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { type Message, message } from '#app/i18n/message.ts';
import { fieldInputName } from '#app/screens/me/field-input.tsx';
import type { PurposeContent } from '#schema/purpose.ts';
import { checkValue, rawValue, readShapes } from './field-shapes.server.ts';
import { fieldsToRead, missingFields } from './missing-fields.server.ts';
import type { PostVisit } from './visit.server.ts';

export type RawValues = Readonly<Record<string, string | readonly string[]>>;

export interface ReadValues {
  /** What goes into the profile with the yes. */
  readonly raw: RawValues;
  /** As typed, for the form that comes back. */
  readonly sent: RawValues;
  readonly errors: readonly { readonly id: string; readonly message: Message }[];
}

/** The values that a yes to this purpose asks for in the same step, because the profile lacks them. */
export async function readValues(visit: PostVisit, content: PurposeContent): Promise<ReadValues> {
  const { core, customer, form, at } = visit;
  const fields = content.fields.map(({ field }) => field);
  const missing = missingFields(content, await readOwn(core, customer.id, groupsOf(fieldsToRead(fields))));
  const sent = Object.fromEntries(missing.map((field) => [field, rawValue(form, field)]));
  const shapes = await readShapes(core, missing);
  const errors = missing.flatMap((field) => {
    const id = fieldInputName(field);
    const refused = checkValue(shapes, field, sent[field] ?? '', at.slice(0, 10));
    if (refused) return [{ id, message: refused }];
    const empty = sent[field]?.length === 0 || sent[field] === '';
    return empty ? [{ id, message: message('error.form.required') }] : [];
  });
  return { raw: sent, sent, errors };
}
