import { connect, type Socket } from 'node:net';

export interface UploadEnd {
  /** 0: the connection ended without an answer. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** Of the body, handed to the system before the connection ended or the answer was whole. */
  readonly sentBytes: number;
}

export interface RawUpload {
  readonly path: string;
  readonly cookie?: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly fileBytes: number;
  /** The length is not stated in advance. */
  readonly chunked?: boolean;
  /** So much is sent and no more until `go` resolves. */
  readonly waitAfter?: { readonly bytes: number; readonly go: Promise<void> };
  /** Address of this machine to come from: another network to the server. */
  readonly from?: string;
}

const EDGE = 'edge-of-the-test';
const PIECE = Buffer.alloc(64 * 1024, 0x41);

/** A form with one file, written byte by byte to the socket as the other side takes it. */
export async function uploadRaw(port: number, upload: RawUpload): Promise<UploadEnd> {
  const { path, cookie, fields, fileBytes, chunked = false, waitAfter, from } = upload;
  const typed = Object.entries(fields)
    .map(([name, value]) => `--${EDGE}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('');
  const opening = `${typed}--${EDGE}\r\nContent-Disposition: form-data; name="pictures"; filename="a.jpg"\r\n\r\n`;
  const closing = `\r\n--${EDGE}--\r\n`;
  const length = Buffer.byteLength(opening) + fileBytes + closing.length;
  const headers = [
    `POST ${path} HTTP/1.1`,
    'Host: portal.test',
    'Origin: http://portal.test',
    'Sec-Fetch-Site: same-origin',
    `Content-Type: multipart/form-data; boundary=${EDGE}`,
    chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
  ];
  const socket = connect({ port, host: '127.0.0.1', ...(from ? { localAddress: from } : {}) });
  const answer: Buffer[] = [];
  socket.on('data', (chunk) => answer.push(chunk));
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
    // The other side may end while we still write: what it said before counts.
    socket.on('error', () => resolve());
  });
  let sentBytes = 0;
  const put = async (bytes: Buffer) => {
    const framed = chunked
      ? Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
      : bytes;
    if (!(await write(socket, framed, ended))) return false;
    sentBytes += bytes.length;
    return true;
  };
  await write(socket, Buffer.from(`${headers.join('\r\n')}\r\n\r\n`), ended);
  let open = await put(Buffer.from(opening));
  for (let left = fileBytes; open && left > 0; left -= PIECE.length) {
    if (waitAfter && sentBytes >= waitAfter.bytes) await waitAfter.go;
    open = await put(PIECE.subarray(0, Math.min(left, PIECE.length)));
  }
  if (open) await put(Buffer.from(closing));
  if (open && chunked) await write(socket, Buffer.from('0\r\n\r\n'), ended);
  if (open) socket.end();
  await ended;
  socket.destroy();
  const said = Buffer.concat(answer).toString('utf8');
  const [head = '', ...rest] = said.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1] ?? 0), head, body: rest.join('\r\n\r\n'), sentBytes };
}

/** False: the connection has ended. */
async function write(socket: Socket, bytes: Buffer, ended: Promise<void>): Promise<boolean> {
  const written = new Promise<boolean>((resolve) => socket.write(bytes, (error) => resolve(!error)));
  return Promise.race([written, ended.then(() => false)]);
}
