import { Fragment, type ReactNode } from 'react';

export interface RichTextProps {
  /** A translated text with named parts: `Read the <notice>privacy notice</notice>.` */
  readonly text: string;
  /** How each named part is drawn. A name that is not here stays plain text. */
  readonly parts: Readonly<Record<string, (text: string) => ReactNode>>;
}

const PART = /<([a-z][a-zA-Z]*)>(.*?)<\/\1>/gs;

/**
 * A sentence with a link or an emphasis in it, in the word order of each
 * language. Nothing in the text is read as HTML. Values that people typed do
 * not belong in such a text: give them to the part instead.
 */
export function RichText({ text, parts }: RichTextProps) {
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(PART)) {
    const [whole, name = '', inner = ''] = match;
    pieces.push(text.slice(end, match.index), parts[name]?.(inner) ?? inner);
    end = match.index + whole.length;
  }
  pieces.push(text.slice(end));
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never change places
  return pieces.map((piece, index) => <Fragment key={index}>{piece}</Fragment>);
}
