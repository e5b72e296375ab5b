import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmsGateway {
  /** For `SMS_URL`. */
  readonly url: string;
  readonly received: { readonly headers: IncomingHttpHeaders; readonly to: string; readonly text: string }[];
  /** Answers with this status from now on. */
  status: number;
  stop(): Promise<void>;
}

/** A gateway as companies rent them: takes JSON, wants a bearer token, fails when told to. */
export async function startSmsGateway(token: string): Promise<SmsGateway> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.on('end', () => {
      const known = request.headers.authorization === `Bearer ${token}` && request.method === 'POST';
      const status = known ? gateway.status : 401;
      if (status < 300) gateway.received.push({ headers: request.headers, ...JSON.parse(body) });
      response.writeHead(status).end('{"said":"+43 660 …"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gateway: SmsGateway = {
    url: `http://portal:${token}@127.0.0.1:${port}/messages`,
    received: [],
    status: 202,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return gateway;
}
