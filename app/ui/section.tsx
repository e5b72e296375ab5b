import type { ReactNode } from 'react';

type SectionProps = {
  title: ReactNode;
  /** Anchor of the section; its heading is named `<id>-title`. */
  id: string;
  level?: 2 | 3 | undefined;
  lead?: ReactNode | undefined;
  /** A link or button at the end of the heading's line. */
  action?: ReactNode | undefined;
  children?: ReactNode | undefined;
};

/** A titled part of a page; a landmark that carries its heading's name. */
export function Section({ title, id, level = 2, lead, action, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={`section section-${level}`} id={id} aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <Heading id={`${id}-title`}>{title}</Heading>
        {action ? <div className="section-action">{action}</div> : null}
        {lead ? <p className="section-lead">{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}
