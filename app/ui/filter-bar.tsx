import type { ReactNode } from 'react';

type FilterBarProps = {
  /** Names the search landmark. */
  label: string;
  action: string;
  /** Fields of the form; its method is GET, so that a search is a link. */
  children: ReactNode;
  /** The search button and a link that clears. */
  actions: ReactNode;
  /** Active filters as Tags. */
  active?: ReactNode | undefined;
};

export function FilterBar({ label, action, children, actions, active }: FilterBarProps) {
  return (
    <search className="filter-bar" aria-label={label}>
      <form method="get" action={action}>
        <div className="filter-fields">
          {children}
          <div className="filter-actions">{actions}</div>
        </div>
        {active ? <div className="filter-active">{active}</div> : null}
      </form>
    </search>
  );
}
