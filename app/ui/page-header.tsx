import type { ReactNode } from 'react';

type PageHeaderProps = {
  /** The page's one h1: a sentence that says what holds. */
  title: ReactNode;
  /** Short line above the title, e.g. the company's name beside its mark. */
  kicker?: ReactNode | undefined;
  lead?: ReactNode | undefined;
  actions?: ReactNode | undefined;
  back?: ReactNode | undefined;
  /** `display` for what a person reads, `plain` for working pages with dense tables. */
  size?: 'display' | 'plain' | undefined;
};

export function PageHeader({ title, kicker, lead, actions, back, size = 'display' }: PageHeaderProps) {
  return (
    <header className={`page-header page-header-${size}`}>
      {back}
      {kicker ? <p className="page-kicker">{kicker}</p> : null}
      <h1>{title}</h1>
      {lead ? <p className="page-lead">{lead}</p> : null}
      {actions ? <div className="actions">{actions}</div> : null}
    </header>
  );
}
