import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Config } from '#app/config.server.ts';
import type { Finding } from './finding.ts';

const OLDEST_NODE = [20, 19] as const;
const GIGABYTE = 1024 ** 3;

/** The machine and the address under which people reach it. */
export async function checkPlace(config: Config): Promise<Finding[]> {
  return [checkNode(), checkAddress(config), await checkDisk(config)];
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  const text = `Node ${process.versions.node}`;
  return old
    ? { about: 'program', verdict: 'fault', text, todo: `Install Node ${OLDEST_NODE.join('.')} or newer.` }
    : { about: 'program', verdict: 'ok', text };
}

function checkAddress({ baseUrl, demo }: Config): Finding {
  const { protocol, hostname } = new URL(baseUrl);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol === 'https:' || demo) return { about: 'address', verdict: 'ok', text: baseUrl };
  return local
    ? {
        about: 'address',
        verdict: 'advice',
        text: `${baseUrl} is only for trying out`,
        todo: 'Links in mails lead there. Set BASE_URL to the public https address.',
      }
    : {
        about: 'address',
        verdict: 'fault',
        text: `${baseUrl} is not encrypted: cookies and values travel in clear`,
        todo: 'Put a proxy with TLS in front and set BASE_URL to its https address.',
      };
}

async function checkDisk({ database, dataDir }: Config): Promise<Finding> {
  const folder = database.engine === 'sqlite' ? dirname(resolve(database.path)) : resolve(dataDir);
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = (bavail * bsize) / GIGABYTE;
    const text = `${free.toFixed(1)} GB free`;
    return free < 1
      ? {
          about: 'disk',
          verdict: 'fault',
          text,
          todo: `Make room on the disk of ${folder}: a full disk refuses every decision.`,
        }
      : { about: 'disk', verdict: 'ok', text };
  } catch {
    return { about: 'disk', verdict: 'advice', text: `${folder} is not there yet` };
  }
}
