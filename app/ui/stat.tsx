import type { ReactNode } from 'react';

export type Figure = {
  label: ReactNode;
  value: ReactNode;
  detail?: ReactNode | undefined;
  href?: string | undefined;
};

/** A few figures that matter, each with the words that make it one. */
export function Stats({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="stats">
      {figures.map(({ label, value, detail, href }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, never reordered
        <div className="stat" key={index}>
          <dt>{href ? <a href={href}>{label}</a> : label}</dt>
          <dd className="stat-value">{value}</dd>
          {detail ? <dd className="stat-detail">{detail}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
