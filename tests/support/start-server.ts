import type { ServerBuild } from '@remix-run/node';
import { type Config, parseConfig } from '#app/config.server.ts';
import { createServer, type Server, type ServerOptions } from '#app/http/create-server.ts';
import { createLogger } from '#app/logger.server.ts';
import type { Services } from '#app/services.server.ts';
import { loadRemixBuild } from '#tests/support/remix-build.ts';

export interface TestServer {
  /** Where it listens; the public address is `config.baseUrl`, as behind a proxy. */
  readonly url: string;
  readonly port: number;
  readonly config: Config;
  /** What was logged, line by line. */
  readonly logLines: readonly string[];
  readonly server: Server;
  /** Never follows a redirect. */
  request(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export interface TestServerOptions extends Partial<Pick<ServerOptions, 'mount' | 'clientFolder'>> {
  readonly services: Services;
  readonly environment?: Readonly<Record<string, string>>;
  readonly build?: ServerBuild;
}

/** The real server in this process, on a free port, with the real pages. Stop it in `afterAll`. */
export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const { services, environment, build, ...rest } = options;
  const config = parseConfig({ PORT: '0', BASE_URL: 'http://portal.test', ...environment });
  const logLines: string[] = [];
  const server = createServer({
    ...rest,
    config,
    services,
    build: build ?? (await loadRemixBuild()),
    logger: createLogger(config.logLevel, { write: (line) => logLines.push(line) }),
  });
  const { url, port } = await server.listen();
  return {
    url,
    port,
    config,
    logLines,
    server,
    request: (path, init) => fetch(`${url}${path}`, { redirect: 'manual', ...init }),
    stop: () => server.stop(),
  };
}
