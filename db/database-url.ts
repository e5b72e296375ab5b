import { dirname, join } from 'node:path';

export type DatabaseAddress =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres'; readonly url: string };

/** @param url `sqlite:<path>` or `postgres://…` */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  if (/^postgres(ql)?:\/\//.test(url)) return { engine: 'postgres', url };
  const path = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1];
  if (!path) throw new Error('a database address starts with sqlite: or postgres://');
  return { engine: 'sqlite', path };
}

/** Keys stand beside the data but apart from it: a file of their own, a schema of their own. */
export function keysUrlFor(url: string): string {
  const address = parseDatabaseUrl(url);
  return address.engine === 'sqlite' ? `sqlite:${join(dirname(address.path), 'keys.sqlite')}` : url;
}
