import { fieldControl, fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { type CatalogueField, CatalogueFieldId, type FieldId } from '#schema/field.ts';

const AUTO_COMPLETE: Partial<Record<CatalogueField, string>> = {
  'given-name': 'given-name',
  'family-name': 'family-name',
  title: 'honorific-prefix',
  mobile: 'tel',
  landline: 'tel',
  street: 'street-address',
  'postal-code': 'postal-code',
  city: 'address-level2',
  'birth-date': 'bday',
};

interface FieldInputProps {
  readonly field: FieldId;
  /** Stored value, or what was typed into a form that came back. */
  readonly value: string | readonly string[] | undefined;
  readonly error?: string | undefined;
}

/** Form name and id of a profile field's input. */
export const fieldInputName = (field: FieldId): string => `value.${field}`;

/** The control that fits a profile field's type; labels, hints and options come from the catalogue. */
export function FieldInput({ field, value, error }: FieldInputProps) {
  const { t } = useI18n();
  const { type, options } = fieldControl(t, field);
  const known = CatalogueFieldId.safeParse(field).data;
  const text = typeof value === 'string' ? value : (value?.[0] ?? '');
  const shared = {
    name: fieldInputName(field),
    label: fieldLabel(t, field),
    hint: known && t(`field.hint.${known}`),
    error,
    autoComplete: known && AUTO_COMPLETE[known],
  };
  switch (type) {
    case 'choices':
      return (
        <ChoiceGroup
          kind="checkbox"
          name={shared.name}
          legend={shared.label}
          hint={shared.hint}
          error={error}
          choices={options.map((option) => ({
            ...option,
            checked: Array.isArray(value) ? value.includes(option.value) : value === option.value,
          }))}
        />
      );
    case 'choice':
    case 'country':
      return (
        <SelectInput
          {...shared}
          defaultValue={text}
          options={[{ value: '', label: t('common.word.none') }, ...options]}
        />
      );
    case 'date':
      return <DateInput {...shared} defaultValue={text} />;
    case 'phone':
      return <TextInput {...shared} type="tel" defaultValue={text} maxLength={40} />;
    case 'postal-code':
      return <TextInput {...shared} short inputMode="numeric" defaultValue={text} maxLength={10} />;
    case 'count':
      return <TextInput {...shared} short inputMode="numeric" defaultValue={text} maxLength={2} />;
    default:
      return <TextInput {...shared} defaultValue={text} maxLength={120} />;
  }
}
