import { describe, Field, type FieldProps } from './field.tsx';

type FileInputProps = FieldProps & {
  /** Endings or types that the browser offers first; what counts is decided on the server. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  required?: boolean | undefined;
};

/** The browser's own choice of files; its form is sent as `multipart/form-data`. */
export function FileInput(props: FileInputProps) {
  const { name, id, label, marker, hint, error, ...native } = props;
  return (
    <Field id={id ?? name} label={label} marker={marker} hint={hint} error={error}>
      <input {...describe(props)} {...native} type="file" className="control file-input" />
    </Field>
  );
}
