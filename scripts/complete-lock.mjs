// Run after every `npm install`. A registry that mirrors one platform only makes npm leave the binaries of all
// others out of the lockfile; `npm ci` then refuses it ("Missing: … from lock file"), and other systems would get no
// binary. This adds each missing optional package as a stub: version, os, cpu, libc.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const lockPath = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'aix',
  'win32',
];
const processors = {
  arm64: 'arm64',
  arm: 'arm',
  x64: 'x64',
  ia32: 'ia32',
  loong64: 'loong64',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  mips64el: 'mips64el',
};

/** Node's resolution inside a lockfile: the nearest `node_modules/<name>` going up from the package at `from`. */
function locate(packages, from, name) {
  let at = from;
  for (;;) {
    const place = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (!at) return undefined;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  }
}

/** Optional packages that some entry of the lock names and the lock does not hold. */
export function missingOptionals(packages) {
  const missing = [];
  for (const [from, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!locate(packages, from, name)) missing.push({ from, name, version });
    }
  }
  return missing;
}

/** The platform a binary package is for, read from its name (`rollup-linux-arm-gnueabihf` -> linux, arm, glibc). */
export function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors[words.find((word) => processors[word])];
  if (!os || !cpu) throw new Error(`cannot tell the platform of ${name}`);
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : os === 'linux' && words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return { os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

function completeLock() {
  const lock = JSON.parse(readFileSync(lockPath, 'utf8'));
  const missing = missingOptionals(lock.packages);
  for (const { from, name, version } of missing) {
    if (!/^\d/.test(version)) throw new Error(`${name} is not pinned exactly: ${version}`);
    const { cpu, libc, os } = platformOf(name);
    // In npm's own order of keys, so that its next run changes nothing.
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(lock.packages[from].dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      os,
    };
  }
  const root = lock.packages[''];
  const sorted = Object.entries(lock.packages).filter(([place]) => place !== '');
  sorted.sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = { '': root, ...Object.fromEntries(sorted) };
  writeFileSync(lockPath, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${missing.length} entries added`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) completeLock();
