import type { ReactNode } from 'react';
import { describe, FieldError, type FieldProps } from './field.tsx';
import { useKeptTicks } from './kept-values.ts';

type CheckboxProps = Omit<FieldProps, 'hint' | 'marker'> & {
  value?: string | undefined;
  /** The stored state, never a wish: nothing is ticked before the person ticked it. */
  defaultChecked?: boolean | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  detail?: ReactNode | undefined;
};

/** One box with its label; the whole row can be pressed. */
export function Checkbox(props: CheckboxProps) {
  const { name, id = name, label, error, detail, value, defaultChecked, ...native } = props;
  const ticked = useKeptTicks(name);
  return (
    <div className="field">
      <label className="check">
        <input
          {...describe({ ...props, hint: detail })}
          {...native}
          value={value}
          defaultChecked={ticked ? ticked(value ?? 'on') : defaultChecked}
          type="checkbox"
          className="tick"
        />
        <span className="check-text">
          <span className="check-label">{label}</span>
          {detail ? (
            <span className="check-detail" id={`${id}-hint`}>
              {detail}
            </span>
          ) : null}
        </span>
      </label>
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}
