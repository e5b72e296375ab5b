import { describe, Field, type FieldProps } from './field.tsx';
import { useKeptValue } from './kept-values.ts';

type DateInputProps = FieldProps & {
  /** ISO date, `2026-11-21`; with `withTime` a local `2026-11-21T10:00`. */
  defaultValue?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  required?: boolean | undefined;
  withTime?: boolean | undefined;
  autoComplete?: string | undefined;
};

/** The browser's own date field: it speaks the reader's format and works without script. */
export function DateInput(props: DateInputProps) {
  const { name, id, label, marker, hint, error, withTime, defaultValue, ...native } = props;
  const value = useKeptValue(name, defaultValue);
  return (
    <Field id={id ?? name} label={label} marker={marker} hint={hint} error={error}>
      <input
        {...describe(props)}
        {...native}
        defaultValue={value}
        type={withTime ? 'datetime-local' : 'date'}
        className="control date-input"
      />
    </Field>
  );
}
