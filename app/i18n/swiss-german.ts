export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/**
 * German as Switzerland and Liechtenstein write it: no ß, and quotation marks
 * as «…». Works on our own texts before anything is filled in, so that a
 * customer called Weiß stays Weiß.
 */
export function swissGerman(tree: TextTree): TextTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, text]) => [
      key,
      typeof text === 'string' ? swissText(text) : swissGerman(text),
    ]),
  );
}

function swissText(text: string): string {
  return text.replaceAll('ß', 'ss').replaceAll('„', '«').replaceAll('“', '»');
}
