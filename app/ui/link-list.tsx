import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type LinkRow = {
  key: string;
  title: ReactNode;
  /** The whole row leads there; without it the row only tells. */
  href?: string | undefined;
  detail?: ReactNode | undefined;
  /** A BrandMark or shape before the title. */
  mark?: ReactNode | undefined;
  /** A StateMark, date or figure in a column of its own; below the title on the phone. */
  end?: ReactNode | undefined;
};

export function LinkList({ label, rows }: { label?: string | undefined; rows: readonly LinkRow[] }) {
  return (
    <ul className="link-list" aria-label={label}>
      {rows.map(({ key, title, href, detail, mark, end }) => (
        <li className="link-row" key={key}>
          {mark}
          <div className="link-main">
            <div className="link-text">
              {href ? (
                <a className="link-title" href={href}>
                  {title}
                </a>
              ) : (
                <span className="link-title">{title}</span>
              )}
              {detail ? <p className="link-detail">{detail}</p> : null}
            </div>
            {end ? <div className="link-end">{end}</div> : null}
          </div>
          <span className="link-next">{href ? <Icon name="next" /> : null}</span>
        </li>
      ))}
    </ul>
  );
}
