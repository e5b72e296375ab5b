import { type Context, Hono } from 'hono';
import { parseCheckpoint } from '#app/core/ledger/checkpoint.ts';
import type { LedgerReader } from '#app/core/ledger/ledger-store.ts';
import { parseNote } from '#app/core/ledger/note.ts';
import { encodeEntryBundle, hasTile, parseTilePath, type Tile, tileNodes } from '#app/core/ledger/tile.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { HttpEnv } from '#app/http/load-context.ts';
import { plainResponse } from '#app/http/plain-response.ts';

export interface PublicLog {
  readonly core: Pick<Core, 'storage'>;
  /** The log's public key, as its verifiers write it. */
  readonly verifierKey: string;
}

/** Heads are signed about once a minute; whoever waits for the next one should not wait for a cache. */
const SHORTLY = 'public, max-age=5';
const LASTING = 'public, max-age=31536000, immutable';
/** Its bytes never change either, but it is of no use once the tile is full. */
const PARTIAL = 'public, max-age=3600';

/**
 * The public log in the form of c2sp.org/tlog-tiles, to be mounted at `/log`:
 * no sign-in, readable by pages of any origin. Only what the newest signed
 * checkpoint covers exists here; everything else is 404.
 */
export function createLogRouter({ core, verifierKey }: PublicLog): Hono<HttpEnv> {
  const { ledger } = core.storage.read;
  const router = new Hono<HttpEnv>();
  router.use(async (context, next) => {
    await next();
    context.header('Access-Control-Allow-Origin', '*');
    context.header('Cross-Origin-Resource-Policy', 'cross-origin');
  });
  router.get('/vkey', (context) => text(context, `${verifierKey}\n`, 'public, max-age=3600'));
  router.get('/checkpoint', async (context) => {
    const newest = await ledger.latestCheckpoint();
    return newest ? text(context, newest.note, SHORTLY) : absent(context);
  });
  router.get('/tile/*', async (context) => {
    const { pathname } = new URL(context.req.url);
    const tile = parseTilePath(pathname.slice(pathname.indexOf('/tile/') + 1));
    const newest = tile && (await ledger.latestCheckpoint());
    if (!tile || !newest || !hasTile(sizeOf(newest.note), tile)) return absent(context);
    const bytes = tile.level === 'entries' ? await readBundle(ledger, tile) : await readHashes(ledger, tile);
    return context.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Cache-Control': pathname.includes('.p/') ? PARTIAL : LASTING,
    });
  });
  router.all('*', absent);
  return router;
}

/** The size that was signed, not the one of the row beside it. */
function sizeOf(note: string): number {
  return parseCheckpoint(parseNote(note).text).size;
}

async function readHashes(ledger: LedgerReader, tile: Tile): Promise<Buffer> {
  const refs = tileNodes(tile);
  const nodes = new Map((await ledger.nodes(refs)).map(({ index, hash }) => [index, hash]));
  return Buffer.concat(refs.map(({ level, index }) => nodes.get(index) ?? missing(`node ${level}/${index}`)));
}

async function readBundle(ledger: LedgerReader, tile: Tile): Promise<Buffer> {
  const [first] = tileNodes(tile);
  const entries = await ledger.range(first?.index ?? 0, tile.width);
  if (entries.length !== tile.width) missing(`entries from ${first?.index}`);
  return encodeEntryBundle(entries.map(({ entry }) => entry));
}

/** A signed head says that it is there: answering with anything less would be a false log. */
function missing(what: string): never {
  throw new Error(`the log has no ${what}, but a checkpoint covers it`);
}

function text(context: Context<HttpEnv>, body: string, cacheControl: string): Response {
  return context.body(body, 200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': cacheControl,
  });
}

function absent({ env }: Context<HttpEnv>): Response {
  return plainResponse(404, env.facts.requestId);
}
