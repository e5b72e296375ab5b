import type { ReactNode } from 'react';

/** Each state has a shape of its own, so that it can be told without colour and on paper. */
const shapes = {
  granted: (
    <>
      <circle className="state-fill" cx="10" cy="10" r="8.5" />
      <path className="state-cut" d="m6.2 10.3 2.6 2.6 5-5.5" />
    </>
  ),
  /** Runs until the person objects. */
  open: (
    <>
      <circle className="state-fill" cx="10" cy="10" r="8.5" />
      <path className="state-cut state-cut-solid" d="M8.2 6.8v6.4l5-3.2Z" />
    </>
  ),
  refused: (
    <>
      <circle cx="10" cy="10" r="7.6" />
      <path d="M6.4 10h7.2" />
    </>
  ),
  objected: (
    <>
      <path d="M7 2.4h6L17.6 7v6L13 17.6H7L2.4 13V7Z" />
      <path d="M6.4 10h7.2" />
    </>
  ),
  undecided: <circle cx="10" cy="10" r="7.6" strokeDasharray="2.2 2.575" />,
  pending: (
    <>
      <circle cx="10" cy="10" r="7.6" />
      <path d="M10 6v4.2l2.7 1.7" />
    </>
  ),
  withdrawn: (
    <>
      <circle cx="10" cy="10" r="7.6" />
      <path d="M8.4 6.6 6 9h5.2a2.4 2.4 0 0 1 0 4.8H8.6M8.4 11.4 6 9" />
    </>
  ),
  expired: (
    <path d="M5.2 2.8h9.6M5.2 17.2h9.6M6.4 2.8v2.6c0 2 3.6 3.2 3.6 4.6s-3.6 2.6-3.6 4.6v2.6M13.6 2.8v2.6c0 2-3.6 3.2-3.6 4.6s3.6 2.6 3.6 4.6v2.6" />
  ),
  paused: (
    <>
      <circle cx="10" cy="10" r="7.6" />
      <path d="M8.2 7.2v5.6M11.8 7.2v5.6" />
    </>
  ),
  /** Needed for the contract: there is nothing to choose. */
  contract: (
    <>
      <path d="M4.4 2.4h7.4l3.8 3.8v11.4H4.4Z" />
      <path d="M7.4 9h5.2M7.4 12.4h5.2" />
    </>
  ),
  /** A law asks for it. */
  duty: (
    <>
      <path d="M10 3v14M5.6 17h8.8M3 6h14" />
      <path d="m4.6 6-2.2 5.4h4.4ZM15.4 6l-2.2 5.4h4.4Z" />
    </>
  ),
  /** Not permitted, whatever the cause. */
  locked: (
    <>
      <rect x="4" y="8.8" width="12" height="8.4" rx="1.6" />
      <path d="M6.8 8.8V6.4a3.2 3.2 0 0 1 6.4 0v2.4" />
    </>
  ),
} as const;

export type StateName = keyof typeof shapes;

export function StateShape({ state }: { state: StateName }) {
  return (
    <svg
      className={`state-shape state-${state}`}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[state]}
    </svg>
  );
}

type StateMarkProps = {
  state: StateName;
  word: ReactNode;
  /** Since when or until when, as a reader writes it. */
  date?: ReactNode | undefined;
};

/** Shape, word and date: what holds now. */
export function StateMark({ state, word, date }: StateMarkProps) {
  return (
    <span className="state-mark">
      <StateShape state={state} />
      <span className="state-text">
        <span className="state-word">{word}</span> {date ? <span className="state-date">{date}</span> : null}
      </span>
    </span>
  );
}
