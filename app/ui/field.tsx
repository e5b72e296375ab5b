import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** What every control of a form has in common. */
export type FieldProps = {
  name: string;
  /** Equals the name unless a page holds two controls of one name. */
  id?: string | undefined;
  label: ReactNode;
  /** Said after the label, e.g. "freiwillig". */
  marker?: ReactNode | undefined;
  hint?: ReactNode | undefined;
  /** How to mend it; shown beside the field with sign and word. */
  error?: ReactNode | undefined;
};

type FrameProps = Omit<FieldProps, 'name'> & { id: string; children: ReactNode };

/** Label, hint and error around any control. The control takes its attributes from `describe`. */
export function Field({ id, label, marker, hint, error, children }: FrameProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {marker ? <span className="field-marker">{marker}</span> : null}
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      {children}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

export function FieldHint({ id, children }: { id: string; children?: ReactNode }) {
  return children ? (
    <p className="field-hint" id={`${id}-hint`}>
      {children}
    </p>
  ) : null;
}

export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  return children ? (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  ) : null;
}

/** The attributes that tie a control to its label, hint and error. */
export function describe({ name, id = name, hint, error }: FieldProps) {
  const texts = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    name,
    'aria-describedby': texts || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  };
}
