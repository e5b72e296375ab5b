import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Keeps a port that a stopped server has left and hangs up on everybody: left
 * free, it would soon be the port of another test's server, which answers.
 *
 * @returns gives the port back
 */
export async function holdPort(port: number): Promise<() => Promise<void>> {
  const server = createServer((socket) => socket.destroy());
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return async () => {
    server.close();
    await once(server, 'close');
  };
}
