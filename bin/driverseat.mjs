#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../build/server/cli.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('Driverseat is not built yet. Run `npm run build` first.');
  process.exitCode = 1;
}
