import { describe, Field, type FieldProps } from './field.tsx';
import { useKeptValue } from './kept-values.ts';

type TextAreaProps = FieldProps & {
  defaultValue?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  required?: boolean | undefined;
  lang?: string | undefined;
};

export function TextArea(props: TextAreaProps) {
  const { name, id, label, marker, hint, error, rows = 4, defaultValue, ...native } = props;
  const value = useKeptValue(name, defaultValue);
  return (
    <Field id={id ?? name} label={label} marker={marker} hint={hint} error={error}>
      <textarea
        {...describe(props)}
        {...native}
        defaultValue={value}
        rows={rows}
        className="control text-area"
      />
    </Field>
  );
}
