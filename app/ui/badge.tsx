import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** A short word about a thing: its kind, version or role. `lead`: the thing itself follows in the same line. */
export function Badge({
  tone = 'plain',
  lead = false,
  children,
}: {
  tone?: 'plain' | 'accent' | 'wait' | undefined;
  lead?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <span className={`badge badge-${tone}${lead ? ' badge-lead' : ''}`}>
      {children}
      {lead ? ' ' : null}
    </span>
  );
}

/** A filter that is on; pressing it takes it away. */
export function Tag({
  href,
  removeLabel,
  children,
}: {
  href: string;
  removeLabel: string;
  children: ReactNode;
}) {
  return (
    <a className="tag" href={href}>
      {children}
      <Icon name="cross" />
      <span className="visually-hidden">{removeLabel}</span>
    </a>
  );
}
