import type { InputHTMLAttributes } from 'react';
import { describe, Field, type FieldProps } from './field.tsx';
import { useKeptValue } from './kept-values.ts';

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'defaultValue'
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'minLength'
  | 'pattern'
  | 'spellCheck'
  | 'autoCapitalize'
>;

type TextInputProps = FieldProps & {
  [Key in keyof Native]: Native[Key] | undefined;
} & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | 'number' | 'time' | undefined;
  required?: boolean | undefined;
  readOnly?: boolean | undefined;
  /** For what has few characters: a code, a postcode, a number. */
  short?: boolean | undefined;
  /** The value is a code or number that is compared by eye. */
  mono?: boolean | undefined;
};

/** One line of text. Values are given as `defaultValue`: the server owns the state. */
export function TextInput(props: TextInputProps) {
  const { name, id, label, marker, hint, error, type = 'text', short, mono, defaultValue, ...native } = props;
  const value = useKeptValue(name, defaultValue);
  return (
    <Field id={id ?? name} label={label} marker={marker} hint={hint} error={error}>
      <input
        {...describe(props)}
        {...native}
        defaultValue={type === 'password' ? defaultValue : value}
        type={type}
        className={`control text-input${short ? ' control-short' : ''}${mono ? ' text-input-mono' : ''}`}
      />
    </Field>
  );
}
