import { describe, Field, type FieldProps } from './field.tsx';

type TextAreaProps = FieldProps & {
  defaultValue?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  required?: boolean | undefined;
  lang?: string | undefined;
};

export function TextArea(props: TextAreaProps) {
  const { name, id, label, marker, hint, error, rows = 4, ...native } = props;
  return (
    <Field id={id ?? name} label={label} marker={marker} hint={hint} error={error}>
      <textarea {...describe(props)} {...native} rows={rows} className="control text-area" />
    </Field>
  );
}
