import type { ReactNode } from 'react';
import { Details } from './details.tsx';

type PlotProps = {
  /** The finding as a sentence. */
  title: ReactNode;
  level?: 2 | 3 | undefined;
  lead?: ReactNode | undefined;
  /** The server-rendered SVG. */
  children: ReactNode;
  /** The same figures as a table, and the words that open it. */
  table?: { label: ReactNode; content: ReactNode } | undefined;
  footer?: ReactNode | undefined;
};

/** Frame of every plot: finding, drawing, table twin. */
export function Plot({ title, level = 2, lead, children, table, footer }: PlotProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure className="plot">
      <figcaption className="plot-caption">
        <Heading>{title}</Heading>
        {lead ? <p>{lead}</p> : null}
      </figcaption>
      {children}
      {table ? <Details summary={table.label}>{table.content}</Details> : null}
      {footer ? <div className="plot-footer">{footer}</div> : null}
    </figure>
  );
}
