import type { ReactNode } from 'react';

type FilterBarProps = {
  /** Names the search landmark. */
  label: string;
  action: string;
  /** GET, so that a search is a link; POST where a value must not stand in one. */
  method?: 'get' | 'post' | undefined;
  /** Fields of the form. */
  children: ReactNode;
  /** The search button and a link that clears. */
  actions: ReactNode;
  /** Active filters as Tags. */
  active?: ReactNode | undefined;
};

export function FilterBar({ label, action, method = 'get', children, actions, active }: FilterBarProps) {
  return (
    <search className="filter-bar" aria-label={label}>
      <form method={method} action={action}>
        <div className="filter-fields">
          {children}
          <div className="filter-actions">{actions}</div>
        </div>
        {active ? <div className="filter-active">{active}</div> : null}
      </form>
    </search>
  );
}
