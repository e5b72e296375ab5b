import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEntryVerifier } from '#app/core/import/verify-entry.ts';
import { BroughtEntry } from '#schema/own-export.ts';
import { freshCustomer } from '#tests/support/customer-visit.ts';
import { manifestFor, packZip } from '#tests/support/own-zip-files.ts';
import { readZip } from '#tests/support/read-zip.ts';
import type { TestPortal } from '#tests/support/test-portal.ts';
import { startTwoPortals, type TwoPortals } from '#tests/support/two-portals.ts';
import { uploadZip } from '#tests/support/upload.ts';

/* Files that somebody has worked over, and senders that mean no good. */

let portals: TwoPortals;
let there: TestPortal;
let files: Map<string, Buffer>;
let entry: BroughtEntry;

beforeAll(async () => {
  portals = await startTwoPortals();
  there = portals.there;
  files = await readZip(portals.zip);
  const name = [...files.keys()].find(
    (one) => one.startsWith('proofs/') && files.get(one)?.includes('"kind":"withdrawn"'),
  );
  entry = BroughtEntry.parse(JSON.parse(files.get(name ?? '')?.toString('utf8') ?? ''));
});
afterAll(() => portals.stop());

const elsewhere = { origin: 'elsewhere.example/log', key: 'another' };

test('a proof holds for what the record says, and for nothing that stands beside it', () => {
  const verify = createEntryVerifier(elsewhere);
  expect(verify(entry)).toBe(true);
  const changes: Partial<BroughtEntry>[] = [
    { kind: 'granted' },
    { at: '2020-01-01T00:00:00.000Z' as BroughtEntry['at'] },
    { textHash: 'f'.repeat(64) },
    { index: entry.index + 1 },
    { record: { ...entry.record, kind: 'granted' } },
    { proof: { ...entry.proof, hashes: entry.proof.hashes.slice(1) } },
    { proof: { ...entry.proof, treeSize: null } },
    { log: { ...entry.log, checkpoint: null } },
    { log: { ...entry.log, origin: 'elsewhere.example/log' } },
  ];
  for (const change of changes)
    expect(verify({ ...entry, ...change }), Object.keys(change).join()).toBe(false);
});

test('nobody signs in the name of the log that takes the file', () => {
  expect(createEntryVerifier({ origin: entry.log.origin, key: entry.log.key })(entry)).toBe(true);
  expect(createEntryVerifier({ origin: entry.log.origin, key: 'another' })(entry)).toBe(false);
});

test('what was changed beside the record is counted as not proved', async () => {
  const name = [...files.keys()].find(
    (one) => one.startsWith('proofs/') && files.get(one)?.includes('"kind":"withdrawn"'),
  );
  const forged = JSON.stringify({ ...entry, kind: 'granted' });
  const changed = new Map<string, Buffer | string>([...files, [name ?? '', `${forged}\n`]]);
  const cheat = await freshCustomer(there, 'neben@other.example', ['alpenrad']);
  const bytes = await packZip(new Map([...changed, ['manifest.json', manifestFor(changed)]]));
  expect((await uploadZip(there, cheat.cookie, bytes)).status).toBe(303);
  const { text } = await cheat.get('/me/import/check');
  const [, count, verified] =
    /(\d+) Einträge kommen als Beleg mit\. Geprüft und richtig: (\d+)\./.exec(text) ?? [];
  expect(Number(verified)).toBe(Number(count) - 1);
});

test('one who sends slowly keeps nobody else from sending', async () => {
  const slow = await freshCustomer(there, 'langsam@other.example');
  const quick = await freshCustomer(there, 'schnell@other.example');
  const opening =
    '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n' +
    'Content-Type: application/zip\r\n\r\n';
  const socket = connect(Number(new URL(there.url).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    `POST /me/import HTTP/1.1\r\nHost: other.test\r\nOrigin: ${there.config.baseUrl}\r\n` +
      `Sec-Fetch-Site: same-origin\r\nCookie: ${slow.cookie}\r\nContent-Length: 1000000\r\n` +
      `Content-Type: multipart/form-data; boundary=edge\r\n\r\n${opening}${'x'.repeat(200_000)}`,
  );
  try {
    // Long enough for those bytes to have been taken in.
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (let round = 0; round < 3; round += 1) {
      const answer = await uploadZip(there, quick.cookie, portals.zip);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/me/import/check']);
    }
  } finally {
    socket.destroy();
  }
});
