import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type ErrorSummaryProps = {
  title: ReactNode;
  /** Each points to the control's id. The label says which control, where the text alone does not. */
  errors: readonly { id: string; label?: ReactNode; text: ReactNode }[];
};

/** Stands on top of a form that came back; the browser focuses it by itself, with and without script. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was just loaded to say this
    <div className="error-summary" id="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>
        <Icon name="warning" />
        {title}
      </h2>
      <ul className="error-links">
        {errors.map(({ id, label, text }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {label ? <>{label}: </> : null}
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
