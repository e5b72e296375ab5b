// `npm run dev`: Vite in front of the same HTTP server, pages reloaded on change. Code outside pages (core, db,
// services) is loaded once: restart after changing it.
import process from 'node:process';
import { createServer as createVite } from 'vite';

const vite = await createVite({ server: { middlewareMode: true }, appType: 'custom' });
const load = (path) => vite.ssrLoadModule(path);

try {
  const { readConfig } = await load('/app/config.server.ts');
  const { createServices } = await load('/app/services.server.ts');
  const { createLogger } = await load('/app/logger.server.ts');
  const { runServer } = await load('/app/http/run-server.ts');
  const { mountApi } = await load('/app/api/mount-api.ts');
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  const services = await createServices(config, { logger });
  await services.start();
  await runServer({
    config,
    services,
    mount: mountApi(services),
    build: () => load('virtual:remix/server-build'),
    logger,
    development: { middleware: vite.middlewares },
  });
  console.log(`Driverseat is open at ${config.baseUrl}`);
} catch (error) {
  console.error(error?.name === 'ConfigError' ? error.message : error);
  await vite.close();
  process.exit(1);
}
