import { Fragment } from 'react';
import type { WordRun } from '#app/core/purpose/compare-words.ts';
import type { Language } from '#schema/language.ts';

/** One side of a comparison: what both have, and its own marked. */
export function Runs({
  runs,
  side,
  lang,
  between = '',
}: {
  readonly runs: readonly WordRun[];
  readonly side: 'gone' | 'new';
  readonly lang?: Language | undefined;
  /** What stands between two of them. */
  readonly between?: string | undefined;
}) {
  const shown = runs.filter(({ kind }) => kind === 'same' || kind === side);
  if (shown.length === 0) return <>–</>;
  return (
    <span lang={lang}>
      {shown.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text, never reordered
        <Fragment key={index}>
          {index > 0 ? between : ''}
          <Run {...run} />
        </Fragment>
      ))}
    </span>
  );
}

function Run({ kind, text }: WordRun) {
  if (kind === 'same') return <>{text}</>;
  return kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>;
}

/** Two lists as runs: in the order of the newer one, what is gone at its end. */
export function compareLists(before: readonly string[], after: readonly string[]): WordRun[] {
  return [
    ...after.map((text): WordRun => ({ kind: before.includes(text) ? 'same' : 'new', text })),
    ...before.filter((text) => !after.includes(text)).map((text): WordRun => ({ kind: 'gone', text })),
  ];
}
