import type { Logger } from '#app/logger.server.ts';
import { createServer, type Server, type ServerOptions } from './create-server.ts';

/** Whatever still runs then is lost; writes that were acknowledged are not. */
const hardStopMs = 25_000;

/** Listens until the process is told to stop. Answers once it listens. */
export async function runServer(
  options: ServerOptions,
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(options);
  const { url } = await server.listen();
  const log = options.logger('server');
  log.info('listening', { url });
  stopOnSignal(server, log);
  return { url, server };
}

function stopOnSignal(server: Server, log: ReturnType<Logger>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info('stopping', { signal });
      setTimeout(() => process.exit(1), hardStopMs).unref();
      server.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error('stop failed', { error });
          process.exit(1);
        },
      );
    });
  }
}
