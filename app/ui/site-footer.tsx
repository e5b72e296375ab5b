import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type SiteFooterProps = {
  /** One line about the state of things, e.g. the log's health. */
  status?: { tone: 'done' | 'wait' | 'problem'; text: ReactNode } | undefined;
  label: string;
  links: readonly { href: string; label: string }[];
};

const icons = { done: 'done', wait: 'clock', problem: 'warning' } as const;

export function SiteFooter({ status, label, links }: SiteFooterProps) {
  return (
    <footer className="site-footer">
      {status ? (
        <p className={`site-status site-status-${status.tone}`}>
          <Icon name={icons[status.tone]} />
          <span>{status.text}</span>
        </p>
      ) : null}
      <nav aria-label={label}>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
