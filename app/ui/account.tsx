import type { ReactNode } from 'react';

type AccountProps = {
  name: string;
  /** Role or company, e.g. "Datenschutz, Alpenrad". */
  detail?: string | undefined;
  href?: string | undefined;
  /** The sign-out form: `<form method="post" action="…"><button className="account-button">…</button></form>`. */
  children?: ReactNode | undefined;
};

/** Who is signed in, for the shell's tools. */
export function Account({ name, detail, href, children }: AccountProps) {
  const who = (
    <>
      <span className="account-name">{name}</span>
      {detail ? <span className="account-detail">{detail}</span> : null}
    </>
  );
  return (
    <div className="account">
      {href ? (
        <a className="account-who" href={href}>
          {who}
        </a>
      ) : (
        <span className="account-who">{who}</span>
      )}
      {children}
    </div>
  );
}
