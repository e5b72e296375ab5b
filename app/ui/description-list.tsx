import type { ReactNode } from 'react';

export type Fact = { term: ReactNode; text: ReactNode };

type DescriptionListProps = {
  facts: readonly Fact[];
  /** `lines` for what is to be read one by one, `dense` for small print and cards. */
  look?: 'lines' | 'dense' | undefined;
};

export function DescriptionList({ facts, look = 'dense' }: DescriptionListProps) {
  return (
    <dl className={`facts facts-${look}`}>
      {facts.map(({ term, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, never reordered
        <div key={index}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
