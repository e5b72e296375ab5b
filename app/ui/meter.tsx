import type { ReactNode } from 'react';

type BarProps = { value: number; max: number; tone?: 'accent' | 'soft' | undefined };

/** A bare bar; the figure must stand beside it as text. */
export function Bar({ value, max, tone = 'accent' }: BarProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <svg className={`bar bar-${tone}`} width="100%" height="10" aria-hidden="true" focusable="false">
      <rect className="bar-track" width="100%" height="10" rx="3" />
      <rect className="bar-value" width={`${share.toFixed(2)}%`} height="10" rx="3" />
    </svg>
  );
}

export type MeterRow = {
  key: string;
  label: ReactNode;
  value: number;
  /** The figure as a reader writes it. */
  text: ReactNode;
  detail?: ReactNode | undefined;
  tone?: 'accent' | 'soft' | undefined;
};

/** Parts of a whole below one another on one scale: a funnel, a share per reason. */
export function Meters({ rows, max }: { rows: readonly MeterRow[]; max?: number | undefined }) {
  const top = max ?? Math.max(0, ...rows.map((row) => row.value));
  return (
    <ul className="meters">
      {rows.map(({ key, label, value, text, detail, tone }) => (
        <li className="meter" key={key}>
          <span className="meter-label">{label}</span>
          <span className="meter-text">{text}</span>
          <Bar value={value} max={top} tone={tone} />
          {detail ? <span className="meter-detail">{detail}</span> : null}
        </li>
      ))}
    </ul>
  );
}
