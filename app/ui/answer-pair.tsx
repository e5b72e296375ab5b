import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type Answer = {
  /** What the form sends for this answer. */
  value: string;
  label: ReactNode;
  /** One short line below the word, e.g. what happens then; give both or none. */
  detail?: ReactNode | undefined;
};

type AnswerPairProps = {
  /** Name under which the chosen value is sent. */
  name: string;
  /** Names the pair for readers, e.g. the question itself. */
  label: string;
  /** Repeats the question in sight, where it stands far above. */
  labelShown?: boolean | undefined;
  yes: Answer;
  no: Answer;
  form?: string | undefined;
};

/** Yes and no as two buttons of the same size, weight and contrast in one row; neither is the default. */
export function AnswerPair({ name, label, labelShown, yes, no, form }: AnswerPairProps) {
  return (
    <fieldset className="answer-pair">
      <legend className={labelShown ? 'answer-question' : 'visually-hidden'}>{label}</legend>
      <AnswerButton name={name} form={form} answer={yes} icon="check" />
      <AnswerButton name={name} form={form} answer={no} icon="bar" />
    </fieldset>
  );
}

type AnswerButtonProps = { name: string; form: string | undefined; answer: Answer; icon: 'check' | 'bar' };

function AnswerButton({ name, form, answer, icon }: AnswerButtonProps) {
  return (
    <button type="submit" className="answer" name={name} value={answer.value} form={form}>
      <span className="answer-word">
        <Icon name={icon} />
        {answer.label}
      </span>
      {answer.detail ? <span className="answer-detail">{answer.detail}</span> : null}
    </button>
  );
}
