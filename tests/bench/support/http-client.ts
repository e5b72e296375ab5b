import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

export interface HttpClient {
  /** Never follows a redirect. */
  get(path: string, cookie?: string): Promise<Answer>;
  /** A form post as a browser on the same origin sends it. */
  post(path: string, fields: Readonly<Record<string, string>>, cookie?: string): Promise<Answer>;
  close(): void;
}

/** As little as can be between the figures and the server: plain sockets that stay open. */
export function createHttpClient(url: string): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  function send(path: string, headers: Record<string, string>, form?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const method = form === undefined ? 'GET' : 'POST';
      const call = request(`${url}${path}`, { agent, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode: status = 0, headers: got } = response;
          resolve({ status, location: got.location, body: Buffer.concat(chunks).toString() });
        });
      });
      call.on('error', reject);
      call.end(form);
    });
  }

  return {
    get: (path, cookie) => send(path, cookie ? { cookie } : {}),
    post: (path, fields, cookie) => {
      const form = new URLSearchParams(fields).toString();
      return send(
        path,
        {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(form)),
          'sec-fetch-site': 'same-origin',
          ...(cookie ? { cookie } : {}),
        },
        form,
      );
    },
    close: () => agent.destroy(),
  };
}
