import type { SourceFile, SourceImport } from '#tests/support/source-files.ts';

/** Who may import whom. A file has to keep every wall whose `files` it matches. */
export interface Wall {
  readonly name: string;
  readonly files: RegExp;
  /** The only packages allowed. Left out: any that no other wall forbids. */
  readonly packages?: RegExp;
  /** The only files of ours allowed. */
  readonly modules?: RegExp;
  /** Allowed on top with `import type`, which leaves nothing behind when compiled. */
  readonly types?: RegExp;
}

export const walls: readonly Wall[] = [
  { name: 'schema imports zod and itself', files: /^schema\//, packages: /^zod$/, modules: /^schema\// },
  {
    name: 'the core is plain TypeScript: no framework, no SQL, no network',
    files: /^app\/core\//,
    packages: /^(?:zod|canonicalize|node:(?:crypto|fs|fs\/promises|path))$/,
    modules: /^(?:schema|app\/core)\//,
  },
  {
    name: 'files are opened only where keys and the log keep theirs',
    files: /^app\/core\/(?!ledger\/|vault\/)/,
    packages: /^(?!node:(?:fs|fs\/promises|path)$)/,
  },
  {
    name: 'db knows the drivers, the shared words and the contracts of the core',
    files: /^db\//,
    packages: /^(?:kysely|better-sqlite3|pg|zod|node:.+)$/,
    modules: /^(?:db|schema|app\/core)\//,
  },
  {
    name: 'building blocks know no noun of the domain',
    files: /^app\/ui\//,
    packages: /^(?:react|react-dom|d3-scale)$/,
    modules: /^app\/(?:ui|i18n)\//,
  },
  {
    name: 'screens: props in, markup out',
    files: /^app\/screens\//,
    packages: /^(?:react|@remix-run\/react|d3-scale)$/,
    modules: /^(?:app\/(?:screens|ui|i18n)|schema)\//,
    types: /^app\//,
  },
  {
    name: 'words know the shared words only',
    files: /^app\/i18n\//,
    packages: /^(?:react|i18next|temporal-polyfill)$/,
    modules: /^(?:app\/i18n|schema)\//,
  },
  {
    name: 'routes parse, ask and answer: no SQL',
    files: /^app\/routes\//,
    packages: /^(?!kysely$|better-sqlite3$|pg$|lucia$|hono$|@hono\/)/,
    modules: /^(?!db\/|tests\/)/,
  },
  {
    name: 'only the composition and the command line reach the database',
    files: /^app\/(?!(?:services|portal)\.server\.ts$|cli\/)/,
    packages: /^(?!kysely$|better-sqlite3$|pg$)/,
    modules: /^(?!db\/)/,
  },
  {
    name: 'Remix stays where pages are, so that a move touches these alone',
    files:
      /^(?!tests\/|app\/(?:root\.tsx|entry\.\w+\.tsx|routes\.ts|server\.ts|virtual-modules\.d\.ts|routes\/|screens\/|http\/))/,
    packages: /^(?!@remix-run\/)/,
  },
  {
    name: 'Hono stays in the HTTP layer and the API',
    files: /^(?!tests\/|app\/(?:http|api)\/)/,
    packages: /^(?!hono$|@hono\/)/,
  },
  { name: 'Lucia stays in app/auth', files: /^(?!app\/auth\/)/, packages: /^(?!lucia$)/ },
  {
    name: 'decryption has five doors',
    files: /^(?!app\/core\/vault\/doors\/|tests\/)/,
    modules: /^(?!app\/core\/vault\/open\.ts$)/,
  },
  { name: 'the product does not import its tests', files: /^(?!tests\/)/, modules: /^(?!tests\/)/ },
];

export interface Breach {
  readonly file: string;
  readonly imports: string;
  readonly wall: string;
}

export function findBreaches(file: Pick<SourceFile, 'path' | 'imports'>): Breach[] {
  return walls
    .filter((wall) => wall.files.test(file.path))
    .flatMap((wall) =>
      file.imports
        .filter((imported) => !allows(wall, imported))
        .map((imported) => ({ file: file.path, imports: imported.specifier, wall: wall.name })),
    );
}

function allows(wall: Wall, { target, isPackage, typeOnly }: SourceImport): boolean {
  if (isPackage) return wall.packages?.test(target) ?? true;
  if (wall.modules?.test(target) ?? true) return true;
  return typeOnly && (wall.types?.test(target) ?? false);
}

/** Import cycles among files that are really loaded; each as the list of its files, the first repeated at the end. */
export function findCycles(files: readonly Pick<SourceFile, 'path' | 'imports'>[]): string[][] {
  const loads = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter((one) => !one.isPackage && !one.typeOnly).map((one) => one.target),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[][] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) {
      cycles.push([...trail.slice(seenAt), path]);
      return;
    }
    if (done.has(path)) return;
    for (const next of loads.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of loads.keys()) walk(path, []);
  return cycles;
}
