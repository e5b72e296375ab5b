/** Encoded slash, backslash or NUL: what one layer takes for a name, the next takes for a path. */
const disguised = /%(?:2f|5c|00)/i;

/**
 * Whether the request target, exactly as it came over the wire, is one that every layer reads alike. URL parsers
 * repair dot segments, backslashes and doubled slashes silently, each in its own way; here they are refused.
 */
export function isPlainTarget(target: string): boolean {
  const [path = '', query = ''] = target.split('?', 2);
  if (!path.startsWith('/') || path.includes('//') || disguised.test(path) || /%00/.test(query)) return false;
  return path.split('/').every(isPlainSegment);
}

function isPlainSegment(segment: string): boolean {
  try {
    const decoded = decodeURIComponent(segment);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return decoded !== '.' && decoded !== '..' && !/[\u0000-\u001f\u007f\\#]/.test(decoded);
  } catch {
    return false;
  }
}
