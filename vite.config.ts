import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import { denyImports } from 'vite-env-only';
import remixConfig from './remix.config.js';

/**
 * One server build for all programs, so that a process has one database, one sequencer and one key cache whichever
 * program it runs. `production.js` is imported before anything else: React picks its build when it is first loaded.
 */
function serverPrograms(input: Record<string, string>): Plugin {
  let active = false;
  return {
    name: 'driverseat-server-programs',
    // After Remix, whose only input (`virtual:remix/server-build`) is reached through app/server.ts instead.
    enforce: 'post',
    config(_, { command, isSsrBuild }) {
      active = command === 'build' && isSsrBuild === true;
      if (!active) return;
      const output = { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' };
      return { build: { rollupOptions: { input, output } } };
    },
    renderChunk(code, chunk) {
      return active && chunk.isEntry ? { code: `import './production.js';\n${code}`, map: null } : null;
    },
    generateBundle() {
      const source = "process.env.NODE_ENV ??= 'production';\n";
      if (active) this.emitFile({ type: 'asset', fileName: 'production.js', source });
    },
  };
}

export default defineConfig({
  build: { target: 'es2022', assetsInlineLimit: 0 },
  plugins: [
    denyImports({ client: { files: ['db/**', 'app/core/**', '**/*.server.{ts,tsx}'] } }),
    // Vitest has its own configuration; should it ever read this one, Remix stays out of it.
    process.env.VITEST ? [] : remix(remixConfig),
    serverPrograms({ server: 'app/server.ts', cli: 'app/cli/main.ts' }),
  ],
});
