import { optionLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { type CatalogueField, fieldShape } from '#schema/field.ts';

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
  readonly field: CatalogueField;
  /** Stored value, or what was typed into a form that came back. */
  readonly value: string | readonly string[] | undefined;
  readonly error?: string | undefined;
}

/** Form name and id of a profile field's input. */
export const fieldInputName = (field: CatalogueField): string => `value.${field}`;

/** The control that fits a profile field's type; labels, hints and options come from the catalogue. */
export function FieldInput({ field, value, error }: FieldInputProps) {
  const { t } = useI18n();
  const { type, options = [] } = fieldShape(field);
  const text = typeof value === 'string' ? value : (value?.[0] ?? '');
  const shared = {
    name: fieldInputName(field),
    label: t(`field.label.${field}`),
    hint: t(`field.hint.${field}`),
    error,
    autoComplete: AUTO_COMPLETE[field],
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
            value: option,
            label: optionLabel(t, field, option),
            checked: Array.isArray(value) ? value.includes(option) : value === option,
          }))}
        />
      );
    case 'choice':
    case 'country':
      return (
        <SelectInput
          {...shared}
          defaultValue={text}
          options={[
            { value: '', label: t('common.word.none') },
            ...options.map((option) => ({ value: option, label: optionLabel(t, field, option) })),
          ]}
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
