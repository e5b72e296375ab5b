import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Wordmark } from './wordmark.tsx';

export type NavItem = {
  href: string;
  label: string;
  current?: boolean | undefined;
  /** A number that waits, with the words that say of what. */
  count?: { value: number; label: string } | undefined;
};

export type ShellNav = {
  /** Name of the landmark, e.g. "Bereiche". */
  label: string;
  items: readonly NavItem[];
  /** Word on the phone's button. */
  menuLabel: string;
  closeLabel: string;
};

export type ShellProps = {
  skipLabel: string;
  homeHref: string;
  /** A company's mark and name; the product's word mark without it. */
  brand?: ReactNode | undefined;
  nav?: ShellNav | undefined;
  /** Language switch and account. */
  tools?: ReactNode | undefined;
  footer?: ReactNode | undefined;
  width?: 'narrow' | 'page' | 'wide' | undefined;
  children: ReactNode;
};

// React 18 has no types for popover; the attributes open and close the phone's menu without script.
const menuPanel: Record<string, string> = { id: 'area-menu', popover: 'auto' };
const menuOpener: Record<string, string> = { popovertarget: 'area-menu' };
const menuCloser: Record<string, string> = { popovertarget: 'area-menu', popovertargetaction: 'hide' };

/** With more entries than this the navigation takes a row of its own. */
const ONE_ROW = 5;

/** The frame of every page: skip link, bar with navigation, main, footer. */
export function Shell(props: ShellProps) {
  const { skipLabel, homeHref, brand, nav, tools, footer, width = 'page', children } = props;
  return (
    <div className={`shell shell-${width}`}>
      <a className="skip-link" href="#main">
        {skipLabel}
      </a>
      <header className={(nav?.items.length ?? 0) > ONE_ROW ? 'shell-bar shell-bar-rows' : 'shell-bar'}>
        <a className="shell-brand" href={homeHref}>
          {brand ?? <Wordmark />}
        </a>
        {nav ? <ShellMenu nav={nav} tools={tools} /> : <div className="shell-tools">{tools}</div>}
      </header>
      <main id="main" className="shell-main" tabIndex={-1}>
        {children}
      </main>
      {footer}
    </div>
  );
}

function ShellMenu({ nav, tools }: { nav: ShellNav; tools: ReactNode }) {
  return (
    <>
      <button type="button" className="shell-toggle shell-open" {...menuOpener}>
        <Icon name="menu" />
        {nav.menuLabel}
      </button>
      <div className="shell-menu" {...menuPanel}>
        <button type="button" className="shell-toggle shell-close" {...menuCloser}>
          <Icon name="cross" />
          {nav.closeLabel}
        </button>
        <nav className="shell-nav" aria-label={nav.label}>
          <ul>
            {nav.items.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  <span className="shell-label">{item.label}</span>
                  {item.count && item.count.value > 0 ? (
                    <span className="shell-count">
                      {item.count.value}
                      <span className="visually-hidden"> {item.count.label}</span>
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {tools ? <div className="shell-tools">{tools}</div> : null}
      </div>
    </>
  );
}
