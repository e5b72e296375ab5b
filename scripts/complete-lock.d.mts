export interface LockEntry {
  version?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export function missingOptionals(
  packages: Record<string, LockEntry>,
): { from: string; name: string; version: string }[];

export function platformOf(name: string): { os: string[]; cpu: string[]; libc?: string[] };
