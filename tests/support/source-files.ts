import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export interface SourceImport {
  /** As written. */
  readonly specifier: string;
  /** Path in the checkout, or the name of the package. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Erased when compiled. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** Path in the checkout: `app/core/consent/grant-consent.ts`. */
  readonly path: string;
  readonly lines: number;
  /** Without comments, for looking up words. */
  readonly code: string;
  readonly imports: readonly SourceImport[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every script and style sheet of the folders that make up the product. */
export function readSourceFiles(folders: readonly string[] = ['app', 'db', 'schema', 'tests']): SourceFile[] {
  return folders.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|css)$/.test(name))
      .map((name) => readSource(posix.join(folder, name.replaceAll('\\', '/'))));
  });
}

export function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (path.endsWith('.css')) return { path, lines, code: text, imports: [] };
  return { path, lines, ...parseSource(path, text) };
}

/** Split from reading so that the rules can be tried on made-up files. */
export function parseSource(path: string, text: string): Pick<SourceFile, 'code' | 'imports'> {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
  const imports: SourceImport[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean): void => {
    if (node && ts.isStringLiteralLike(node)) imports.push(resolveImport(path, node.text, typeOnly));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const printer = ts.createPrinter({ removeComments: true });
  return { imports, code: printer.printFile(tree) };
}

/** `verbatimModuleSyntax`: `import { type A } from` still loads the module, only `import type` does not. */
function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function resolveImport(from: string, specifier: string, typeOnly: boolean): SourceImport {
  const bare = specifier.split('?', 1)[0] ?? '';
  if (bare.startsWith('.')) {
    return { specifier, typeOnly, isPackage: false, target: posix.join(dirname(from), bare) };
  }
  if (bare.startsWith('#')) return { specifier, typeOnly, isPackage: false, target: bare.slice(1) };
  const [scope = '', name] = bare.split('/');
  const target = bare.startsWith('@') ? `${scope}/${name}` : bare.includes(':') ? bare : scope;
  return { specifier, typeOnly, isPackage: true, target };
}
