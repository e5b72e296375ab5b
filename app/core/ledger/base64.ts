/**
 * Standard base64 in its one canonical spelling, undefined otherwise: Node
 * reads many spellings of the same bytes, and a changed note must not pass.
 */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
