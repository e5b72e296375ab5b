import { appendFileSync } from 'node:fs';
import { inject } from 'vitest';

/** One line of the table at the end of a run. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  /** What it is measured against in the same run, with its own figure. */
  readonly floor?: string;
  readonly ratio?: number;
  readonly target?: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** File that collects the figures of a run, one JSON object a line. */
    figuresFile: string;
  }
}

export function report(figure: Figure): void {
  appendFileSync(inject('figuresFile'), `${JSON.stringify(figure)}\n`);
}

export function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')}/s`;
}

export function ms(time: number): string {
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
}

/** The middle of several rounds. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
