import { shapeOf } from '#app/core/company-field/company-field.ts';
import { parseShapedValue, type ValueShape } from '#app/core/profile/parse-field-value.ts';
import { ProfileError } from '#app/core/profile/profile-error.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { Message } from '#app/i18n/message.ts';
import { fieldInputName } from '#app/screens/me/field-input.tsx';
import { isCompanyField } from '#schema/company-field.ts';
import { CatalogueFieldId, type FieldId, fieldShape } from '#schema/field.ts';
import { valueMessage } from './refusal.server.ts';

export type Shapes = ReadonlyMap<FieldId, ValueShape>;

/** How values of these fields must look; those that companies defined are read once. */
export async function readShapes(
  { storage: { read } }: Pick<Core, 'storage'>,
  fields: readonly FieldId[],
): Promise<Shapes> {
  const defined = await read.companyField.findMany(fields.filter(isCompanyField));
  const shapes = new Map<FieldId, ValueShape>(defined.map((field) => [field.id, shapeOf(field)]));
  for (const field of fields) {
    const known = CatalogueFieldId.safeParse(field).data;
    if (known) shapes.set(known, fieldShape(known));
  }
  return shapes;
}

/** What a form says about one field: a list where several can be chosen. */
export function rawValue(form: FormData, field: FieldId): string | readonly string[] {
  const values = form.getAll(fieldInputName(field)).filter((value) => typeof value === 'string');
  const known = CatalogueFieldId.safeParse(field).data;
  return known && fieldShape(known).type === 'choices' ? values : (values[0] ?? '').trim();
}

/** The words for a value that does not fit its field; undefined when it does, or is empty. */
export function checkValue(
  shapes: Shapes,
  field: FieldId,
  raw: string | readonly string[],
  today: string,
): Message | undefined {
  const shape = shapes.get(field);
  try {
    if (!shape) throw new ProfileError('field-unknown', { field });
    parseShapedValue(field, shape, raw, today);
    return undefined;
  } catch (error) {
    if (error instanceof ProfileError) return valueMessage(error.code);
    throw error;
  }
}
