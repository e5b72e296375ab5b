import type { ReactNode } from 'react';

export type TimelineItem = {
  key: string;
  /** The instant as a reader writes it, and for machines. */
  time: ReactNode;
  dateTime?: string | undefined;
  /** A StateShape; a plain point without it. */
  mark?: ReactNode | undefined;
  title: ReactNode;
  children?: ReactNode | undefined;
};

/** What was, newest first or oldest first as given. */
export function Timeline({ label, items }: { label?: string | undefined; items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(({ key, time, dateTime, mark, title, children }) => (
        <li className="timeline-item" key={key}>
          <time className="timeline-time" dateTime={dateTime}>
            {time}
          </time>
          <span className="timeline-mark">{mark ?? <span className="timeline-point" />}</span>
          <div className="timeline-body">
            <p className="timeline-title">{title}</p>
            {children}
          </div>
        </li>
      ))}
    </ol>
  );
}
