import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import type { I18n } from '#app/i18n/i18n-context.tsx';
import type { FactField } from '#schema/field.ts';
import type { SegmentCondition, SegmentConditions } from '#schema/segment.ts';

/** "Land: Österreich oder Schweiz" */
export function conditionText(i18n: I18n, { field, operator, values }: SegmentCondition): string {
  const { t, format } = i18n;
  return t(`company.condition.${operator}`, {
    field: fieldLabel(t, field),
    values: format.either(values.map((value) => shortValue(i18n, field, value))),
  });
}

/** Regions as they are typed: the country again and again would hide the figures. */
function shortValue(i18n: I18n, field: FactField, value: string): string {
  return field === 'postal-region'
    ? value.toUpperCase().replace('-', ' ')
    : fieldValueText(i18n, field, value);
}

/** What must hold of the conditions below it. */
export function matchText({ t }: I18n, { match, conditions }: SegmentConditions): string {
  if (conditions.length === 0) return t('company.condition.everybody');
  return conditions.length === 1 ? t('company.condition.only') : t(`company.condition.${match}`);
}
