import type { ReactNode } from 'react';

type CardProps = {
  title?: ReactNode | undefined;
  /** Heading level of the title; 2 unless the card stands inside a section. */
  level?: 2 | 3 | undefined;
  subtitle?: ReactNode | undefined;
  /** A BrandMark before the title. */
  mark?: ReactNode | undefined;
  /** Something small at the end of the title's line, e.g. a StateMark or a Badge. */
  end?: ReactNode | undefined;
  /** `question` for what waits for an answer, `sunk` for what is only background. */
  tone?: 'plain' | 'question' | 'sunk' | undefined;
  /** Links below a hairline. */
  footer?: ReactNode | undefined;
  id?: string | undefined;
  children?: ReactNode | undefined;
};

export function Card(props: CardProps) {
  const { title, level = 2, subtitle, mark, end, tone = 'plain', footer, id, children } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className={`card card-${tone}`} id={id}>
      {title ? (
        <header className="card-head">
          {mark}
          <div className="card-titles">
            <Heading className="card-title">{title}</Heading>
            {subtitle ? <p className="card-subtitle">{subtitle}</p> : null}
          </div>
          {end ? <div className="card-end">{end}</div> : null}
        </header>
      ) : null}
      {children}
      {footer ? <footer className="card-footer">{footer}</footer> : null}
    </article>
  );
}
