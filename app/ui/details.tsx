import type { ReactNode } from 'react';

type DetailsProps = {
  summary: ReactNode;
  open?: boolean | undefined;
  id?: string | undefined;
  children: ReactNode;
};

/** More for those who want it; native, so that it opens without script and is found by the browser's search. */
export function Details({ summary, open, id, children }: DetailsProps) {
  return (
    <details className="details" open={open} id={id}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
