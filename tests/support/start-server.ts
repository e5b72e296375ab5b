import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { type Config, parseConfig } from '#app/config.server.ts';
import type { World } from '#app/core/shared/world.ts';
import { createServer, type Server, type ServerOptions } from '#app/http/create-server.ts';
import { createLogger } from '#app/logger.server.ts';
import { createServices, type Services } from '#app/services.server.ts';
import { loadRemixBuild } from '#tests/support/remix-build.ts';

export interface TestServer {
  /** Where it listens; the public address is `config.baseUrl`, as behind a proxy. */
  readonly url: string;
  readonly port: number;
  readonly config: Config;
  readonly services: Services;
  /** What was logged, line by line. */
  readonly logLines: readonly string[];
  readonly server: Server;
  /** Never follows a redirect. */
  request(path: string, init?: RequestInit): Promise<Response>;
  stop(cutOffMs?: number): Promise<void>;
}

export interface TestServerOptions extends Pick<ServerOptions, 'mount' | 'clientFolder'> {
  /** Joins the defaults: a free port, `http://portal.test`, a data folder and SQLite database of its own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The clock and the source of ids and random bytes. */
  readonly world?: World;
  /** Instead of the real ones, name by name. */
  readonly services?: Partial<Services>;
  readonly build?: ServerBuild;
}

/** The real server in this process with its real database and pages. Stop it in `afterAll`. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { environment, world, services: replaced, build, ...rest } = options;
  const dataDir = mkdtempSync(join(tmpdir(), 'driverseat-http-'));
  const config = parseConfig({
    PORT: '0',
    BASE_URL: 'http://portal.test',
    DATA_DIR: dataDir,
    DATABASE_URL: `sqlite:${join(dataDir, 'driverseat.sqlite')}`,
    ...environment,
  });
  const logLines: string[] = [];
  const logger = createLogger(config.logLevel, { write: (line) => logLines.push(line) });
  const real = await createServices(config, world ? { logger, world } : { logger });
  const services: Services = {
    ...real,
    ...replaced,
    close: async () => {
      await replaced?.close?.();
      await real.close();
    },
  };
  const server = createServer({
    ...rest,
    config,
    services,
    logger,
    build: build ?? (await loadRemixBuild()),
  });
  const { url, port } = await server.listen();
  return {
    url,
    port,
    config,
    services,
    logLines,
    server,
    request: (path, init) => fetch(`${url}${path}`, { redirect: 'manual', ...init }),
    stop: async (cutOffMs) => {
      await server.stop(cutOffMs);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
