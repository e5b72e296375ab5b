import type { CompanyFieldType } from '#schema/company-field.ts';
import {
  type CatalogueField,
  CatalogueFieldId,
  FIELDS,
  type FieldId,
  type FieldType,
  type FieldValue,
  fieldShape,
} from '#schema/field.ts';
import type { I18n } from './i18n-context.tsx';
import type { PlainKey } from './message-key.ts';
import type { Translator } from './translator.ts';

/** The name of a field as people read it; a field that a company defined bears the name it gave it. */
export function fieldLabel(t: Translator, field: FieldId): string {
  const known = CatalogueFieldId.safeParse(field);
  if (known.success) return t(`field.label.${known.data}`);
  return t.fields?.get(field)?.label ?? t('field.ofCompany');
}

/** How a field is entered: its kind and, where it has a closed list, the options with their words. */
export function fieldControl(
  t: Translator,
  field: FieldId,
): {
  readonly type: FieldType | CompanyFieldType;
  readonly options: readonly { readonly value: string; readonly label: string }[];
} {
  const known = CatalogueFieldId.safeParse(field);
  if (!known.success) {
    const { type = 'text', options = [] } = t.fields?.get(field) ?? {};
    return { type, options };
  }
  const { type, options = [] } = fieldShape(known.data);
  return { type, options: options.map((value) => ({ value, label: optionLabel(t, known.data, value) })) };
}

/** The word for one option of a closed list; what is not in the list is shown as it is. */
export function optionLabel(t: Translator, field: CatalogueField, option: string): string {
  const known = fieldShape(field).options?.includes(option) ?? false;
  // The catalogue has one text per option of schema/field.ts; a test holds the two together.
  return known ? t(`field.option.${field}.${option}` as PlainKey) : option;
}

/** A stored value as people read it: words for options, dates and numbers as the country writes them. */
export function fieldValueText(
  { t, format }: Pick<I18n, 't' | 'format'>,
  field: FieldId,
  value: FieldValue,
): string {
  if (typeof value !== 'string')
    return format.list(value.map((one) => fieldValueText({ t, format }, field, one)));
  const known = CatalogueFieldId.safeParse(field);
  if (!known.success) {
    const own = t.fields?.get(field);
    if (own?.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return format.day(value);
    const option = own?.options.find((one) => one.value === value);
    return option?.label ?? value;
  }
  if ('options' in FIELDS[known.data]) return optionLabel(t, known.data, value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && fieldShape(known.data).type === 'date') return format.day(value);
  if (known.data === 'birthday' && /^\d{2}-\d{2}$/.test(value)) return format.dayOfYear(value);
  if (known.data === 'birth-decade' && /^\d{4}$/.test(value)) {
    return t('field.value.decade', { year: value, end: String(Number(value) + 9) });
  }
  const region = known.data === 'postal-region' ? /^([a-z]{2})-(\d+)$/.exec(value) : null;
  if (region !== null) {
    const [, country = '', digits = ''] = region;
    return t('field.value.region', { country: format.country(country), digits });
  }
  return value;
}
