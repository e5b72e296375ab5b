import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type NoticeProps = {
  tone: 'info' | 'done' | 'wait' | 'problem';
  /** The word that says what kind of news it is, or the news itself. */
  title: ReactNode;
  /** Spoken when the page shows it as an answer to an act. */
  live?: 'status' | 'alert' | undefined;
  actions?: ReactNode | undefined;
  id?: string | undefined;
  children?: ReactNode | undefined;
};

const icons = { info: 'info', done: 'done', wait: 'clock', problem: 'warning' } as const;

export function Notice({ tone, title, live, actions, id, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={live} id={id}>
      <Icon name={icons[tone]} />
      <div className="notice-body">
        <p className="notice-title">{title}</p>
        {children ? <div className="notice-text">{children}</div> : null}
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
    </div>
  );
}
