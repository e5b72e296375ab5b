import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type LockEntry, missingOptionals, platformOf } from '../scripts/complete-lock.mjs';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockEntry> };
const pins = { ...manifest.dependencies, ...manifest.devDependencies };
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

test('every dependency is pinned to one exact version', () => {
  expect(Object.entries(pins).filter(([, version]) => !exact.test(version))).toEqual([]);
});

test('the lockfile holds the pinned versions', () => {
  const { dependencies, devDependencies } = packages[''] ?? {};
  expect({ ...dependencies, ...devDependencies }).toEqual(pins);
  const others = Object.entries(pins).filter(
    ([name, version]) => packages[`node_modules/${name}`]?.version !== version,
  );
  expect(others).toEqual([]);
});

test('the lockfile is complete: no optional binary of another platform is missing', () => {
  expect(missingOptionals(packages)).toEqual([]);
});

test('the search for missing entries finds one that was taken out', () => {
  const { 'node_modules/@rollup/rollup-darwin-arm64': _, ...rest } = packages;
  expect(missingOptionals(rest)).toEqual([
    {
      from: 'node_modules/rollup',
      name: '@rollup/rollup-darwin-arm64',
      version: packages['node_modules/rollup']?.version,
    },
  ]);
});

test('the lockfile names no registry and no link to a folder', () => {
  expect(Object.entries(packages).filter(([, entry]) => entry.resolved || entry.link)).toEqual([]);
});

test('each package with an install script has a decision in allowScripts', () => {
  const names = Object.entries(packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length));
  expect(names.filter((name) => manifest.allowScripts[name] === undefined)).toEqual([]);
});

test.each([
  ['@rollup/rollup-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@rollup/rollup-win32-x64-gnu', { os: ['win32'], cpu: ['x64'] }],
  ['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
])('the platform of %s is read from its name', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
