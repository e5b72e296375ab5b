/** A message as it came over the wire, taken apart as a mail program does. */
export interface WireMail {
  /** By name in small letters; unfolded, encoded words decoded. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** By content type. */
  readonly parts: ReadonlyMap<string, string>;
}

export function readWireMail(raw: string): WireMail {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type')?.[0] ?? '')?.[1];
  const pieces = boundary ? body.split(`--${boundary}`).slice(1, -1) : [raw];
  const parts = pieces.map((piece): [string, string] => {
    const part = split(piece.replace(/^\r\n/, ''));
    const type = (part.headers.get('content-type')?.[0] ?? '').split(';')[0] ?? '';
    return [type, decode(part.body, part.headers.get('content-transfer-encoding')?.[0] ?? '')];
  });
  return { headers, parts: new Map(parts) };
}

function split(text: string) {
  const end = text.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    headers.set(key, [...(headers.get(key) ?? []), decodeWords(value)]);
  }
  return { headers, body: text.slice(end + 4) };
}

/** RFC 2047. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : quoted(word.replaceAll('_', ' ')),
    );
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body;
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}
