import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface ByteSearch {
  readonly files: number;
  readonly bytes: number;
  /** `what: file`, without the folder. */
  readonly hits: readonly string[];
}

/** Every file below a folder, whatever its name, for every one of these byte strings. */
export function searchBytes(
  folder: string,
  wanted: Readonly<Record<string, Buffer>>,
  skip: RegExp = /^$/,
): ByteSearch {
  const hits: string[] = [];
  let files = 0;
  let bytes = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (skip.test(name) || !statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    const content = readFileSync(path);
    files += 1;
    bytes += content.length;
    for (const [what, part] of Object.entries(wanted))
      if (content.includes(part)) hits.push(`${what}: ${name}`);
  }
  return { files, bytes, hits };
}
