import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Figure } from '#tests/bench/support/figures.ts';

/** Collects the figures of a run and prints them as one table when it ends. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'driverseat-bench-'));
  const file = join(folder, 'figures');
  writeFileSync(file, '');
  project.provide('figuresFile', file);
  const before = loadavg();
  return () => {
    const figures = readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Figure);
    rmSync(folder, { recursive: true });
    process.stdout.write(`\n${tableOf(figures)}\n\n${machine(before)}\n`);
  };
}

function machine(before: readonly number[]): string {
  const load = [before, loadavg()].map(([minute = 0]) => minute.toFixed(1)).join(' at the start, ');
  return `Node ${process.version}, ${cpus().length} cores; load of the machine ${load} at the end. Only ratios of one run compare.`;
}

const HEAD = ['figure', 'ours', 'floor of the same run', 'ratio', 'target'];

function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, ours, floor = '', ratio, target = '' }) => [
    what,
    ours,
    floor,
    ratio === undefined ? '' : ratio.toFixed(2),
    target,
  ]);
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(HEAD), rule, ...rows.map(line)].join('\n');
}
