import type { ReactNode } from 'react';

/** Things below one another with an even distance. */
export function Stack({ gap = 'm', children }: { gap?: 's' | 'm' | 'l' | 'xl'; children: ReactNode }) {
  return <div className={`stack stack-${gap}`}>{children}</div>;
}

/** Equal cells beside one another, as many as fit; `min` is the least width of a cell. */
export function Grid({ min = 'm', children }: { min?: 's' | 'm' | 'l'; children: ReactNode }) {
  return <div className={`grid grid-${min}`}>{children}</div>;
}

type SplitProps = {
  /** What comes first on the phone; top of the narrow column on a wide screen. */
  first?: ReactNode | undefined;
  main: ReactNode;
  /** What comes last on the phone; below `first` in the narrow column on a wide screen. */
  aside?: ReactNode | undefined;
};

/** A wide and a narrow column from 60rem on, one column below. */
export function Split({ first, main, aside }: SplitProps) {
  return (
    <div className="split">
      {first ? <div className="split-first">{first}</div> : null}
      <div className="split-main">{main}</div>
      {aside ? <div className="split-aside">{aside}</div> : null}
    </div>
  );
}

/** A row of buttons and links that wraps. */
export function Actions({ align = 'start', children }: { align?: 'start' | 'end'; children: ReactNode }) {
  return <div className={`actions actions-${align}`}>{children}</div>;
}

/** Running text: paragraphs, lists and headings of a notice or an imprint, at reading width. */
export function Prose({ children, lang }: { children: ReactNode; lang?: string | undefined }) {
  return (
    <div className="prose" lang={lang}>
      {children}
    </div>
  );
}
