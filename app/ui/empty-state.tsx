import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** Says in words that there is nothing, e.g. "Niemand hat geschaut." */
  title: ReactNode;
  level?: 2 | 3 | undefined;
  actions?: ReactNode | undefined;
  children?: ReactNode | undefined;
};

export function EmptyState({ title, level = 2, actions, children }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty-state">
      <svg viewBox="0 0 96 28" width="96" height="28" aria-hidden="true" focusable="false">
        <circle cx="14" cy="14" r="10" />
        <circle cx="48" cy="14" r="10" />
        <circle cx="82" cy="14" r="10" />
      </svg>
      <Heading>{title}</Heading>
      {children ? <div className="empty-text">{children}</div> : null}
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}
