import { connect } from 'node:net';
import type { Config } from '#app/config.server.ts';
import type { Finding } from './finding.ts';

const WAIT_MS = 5_000;

/** Whether a mail server is named and answers. Sends nothing. */
export async function checkMail({ smtpUrl, demo }: Config): Promise<Finding[]> {
  const about = 'mail';
  if (!smtpUrl) {
    return demo
      ? [{ about, verdict: 'ok', text: 'demo: mails go to /demo/mail' }]
      : [
          {
            about,
            verdict: 'fault',
            text: 'no mail server is named, so nobody can sign in or confirm',
            todo: 'Set SMTP_URL, for example SMTP_URL=smtps://user:password@mail.example.org:465',
          },
        ];
  }
  const { hostname, port, protocol } = new URL(smtpUrl);
  const number = Number(port) || (protocol === 'smtps:' ? 465 : 587);
  const answers = await reaches(hostname.replace(/^\[|\]$/g, ''), number);
  return [
    answers
      ? { about, verdict: 'ok', text: `${hostname}:${number} answers` }
      : {
          about,
          verdict: 'fault',
          text: `${hostname}:${number} does not answer`,
          todo: 'Is the address right? Does a firewall stand between? Mails wait until it answers.',
        },
  ];
}

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: WAIT_MS });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true));
    socket.once('timeout', end(false));
    socket.once('error', end(false));
  });
}
