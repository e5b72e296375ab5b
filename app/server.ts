import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as build from 'virtual:remix/server-build';
import { mountApi } from './api/mount-api.ts';
import { type Config, ConfigError, readConfig } from './config.server.ts';
import { runServer } from './http/run-server.ts';
import { createLogger } from './logger.server.ts';
import { createServices } from './services.server.ts';

/** The whole program: services, HTTP, pages. Answers with the address once it listens. */
export async function startServer(config: Config): Promise<string> {
  const logger = createLogger(config.logLevel);
  const services = await createServices(config, { logger });
  const { url } = await runServer({
    config,
    services,
    build,
    mount: mountApi(services),
    logger,
    clientFolder: fileURLToPath(new URL('../client', import.meta.url)),
  });
  await services.start();
  return url;
}

async function main(): Promise<void> {
  try {
    const config = readConfig();
    await startServer(config);
    console.log(`Driverseat is open at ${config.baseUrl}`);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}

// Only as a program of its own; `driverseat demo` imports it instead.
const program = process.argv[1];
if (program && realpathSync(program) === fileURLToPath(import.meta.url)) await main();
