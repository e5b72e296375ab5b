import { describe, Field, type FieldProps } from './field.tsx';
import { useKeptValue } from './kept-values.ts';

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

type SelectInputProps = FieldProps & {
  options: readonly (SelectOption | SelectGroup)[];
  defaultValue?: string | undefined;
  required?: boolean | undefined;
  autoComplete?: string | undefined;
};

export function SelectInput(props: SelectInputProps) {
  const { name, id, label, marker, hint, error, options, defaultValue, ...native } = props;
  const value = useKeptValue(name, defaultValue);
  return (
    <Field id={id ?? name} label={label} marker={marker} hint={hint} error={error}>
      <span className="select">
        <select {...describe(props)} {...native} defaultValue={value} className="control select-input">
          {options.map((entry) =>
            'options' in entry ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map(optionOf)}
              </optgroup>
            ) : (
              optionOf(entry)
            ),
          )}
        </select>
      </span>
    </Field>
  );
}

function optionOf({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
