import { Icon } from './icon.tsx';

type PaginationProps = {
  label: string;
  /** What is shown, e.g. "1–50 von 1.284". */
  summary: string;
  previous?: { href: string; label: string } | undefined;
  next?: { href: string; label: string } | undefined;
};

export function Pagination({ label, summary, previous, next }: PaginationProps) {
  return (
    <nav className="pagination" aria-label={label}>
      <p>{summary}</p>
      {previous ? (
        <a className="button button-secondary button-s" href={previous.href} rel="prev">
          <Icon name="back" />
          {previous.label}
        </a>
      ) : null}
      {next ? (
        <a className="button button-secondary button-s" href={next.href} rel="next">
          {next.label}
          <Icon name="next" />
        </a>
      ) : null}
    </nav>
  );
}
