import type { ReactNode } from 'react';
import { FieldError, FieldHint } from './field.tsx';
import { useKeptTicks } from './kept-values.ts';

export type Choice = {
  value: string;
  label: ReactNode;
  detail?: ReactNode | undefined;
  /** Something at the end of the row, e.g. the value that would be shared. */
  end?: ReactNode | undefined;
  /** The stored state, never a wish. */
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
};

type ChoiceGroupProps = {
  legend: ReactNode;
  /** When the question already stands above as a heading. */
  legendHidden?: boolean | undefined;
  name: string;
  id?: string | undefined;
  kind: 'radio' | 'checkbox';
  choices: readonly Choice[];
  hint?: ReactNode | undefined;
  error?: ReactNode | undefined;
  /** `columns` sets short answers beside one another in boxes of the same size. */
  layout?: 'rows' | 'columns' | undefined;
  required?: boolean | undefined;
};

/** One question with several answers; every row can be pressed as a whole. The first input has the group's id. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const {
    legend,
    legendHidden,
    name,
    id = name,
    kind,
    choices,
    hint,
    error,
    layout = 'rows',
    required,
  } = props;
  const ticked = useKeptTicks(name);
  const texts = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      className={error ? 'choice-group choice-group-wrong' : 'choice-group'}
      aria-describedby={texts || undefined}
    >
      <legend className={legendHidden ? 'visually-hidden' : 'field-label'}>{legend}</legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <div className={`choices choices-${layout}`}>
        {choices.map((choice, index) => (
          <label className="choice" key={choice.value}>
            <input
              className="tick"
              type={kind}
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={name}
              value={choice.value}
              defaultChecked={ticked ? ticked(choice.value) : (choice.checked ?? false)}
              disabled={choice.disabled}
              required={kind === 'radio' ? required : undefined}
              aria-invalid={error ? true : undefined}
            />
            <span className="check-text">
              <span className="check-label">{choice.label}</span>
              {choice.detail ? <span className="check-detail">{choice.detail}</span> : null}
            </span>
            {choice.end ? <span className="choice-end">{choice.end}</span> : null}
          </label>
        ))}
      </div>
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}
