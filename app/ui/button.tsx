import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/**
 * `primary` once a page at most; `secondary` for steps of equal weight; `neutral` for acts with large effect (leave,
 * take everything back): ink instead of the accent, never red; `quiet` for side paths.
 */
export type ButtonKind = 'primary' | 'secondary' | 'neutral' | 'quiet';

type Look = {
  kind?: ButtonKind | undefined;
  size?: 'm' | 's' | undefined;
  /** As wide as its container. */
  wide?: boolean | undefined;
  icon?: IconName | undefined;
  children: ReactNode;
};

function lookOf({ kind = 'secondary', size = 'm', wide }: Look) {
  return `button button-${kind} button-${size}${wide ? ' button-wide' : ''}`;
}

export type ButtonProps = Look & {
  type?: 'submit' | 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Id of a form elsewhere on the page. */
  form?: string | undefined;
  formAction?: string | undefined;
  formMethod?: 'get' | 'post' | undefined;
  formNoValidate?: boolean | undefined;
  'aria-describedby'?: string | undefined;
};

export function Button(props: ButtonProps) {
  const { kind, size, wide, icon, children, type = 'submit', ...native } = props;
  return (
    <button type={type} className={lookOf(props)} {...native}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

export type ButtonLinkProps = Look & {
  href: string;
  download?: boolean | undefined;
  'aria-describedby'?: string | undefined;
};

/** A link that leads to the next step; what changes something is a Button. */
export function ButtonLink(props: ButtonLinkProps) {
  const { kind, size, wide, icon, children, ...native } = props;
  return (
    <a className={lookOf(props)} {...native}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}
