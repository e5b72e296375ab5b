import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Config, parseConfig } from '#app/config.server.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import type { Principal } from '#app/core/sign-in/principal.ts';
import type { ServerOptions } from '#app/http/create-server.ts';
import { createLogger } from '#app/logger.server.ts';
import { createServices, type Services } from '#app/services.server.ts';
import { startTestServer, type TestServer } from '#tests/support/start-server.ts';
import { createTestWorld, type TestWorld } from '#tests/support/test-world.ts';

export interface TestPortal extends Pick<TestServer, 'url' | 'request' | 'logLines'> {
  readonly services: Services;
  /** Starts at the present, which the seeded history ends at; move it at will. */
  readonly world: TestWorld;
  readonly dataDir: string;
  readonly config: Config;
  /** `Cookie` header of a fresh session of a demo person: `anna`, `ben`, `marketer-alpenrad`, … */
  signIn(slug: string, options?: { readonly steppedUp?: boolean }): Promise<string>;
  /** A form post as a browser on our own origin sends it. Never follows the redirect. */
  post(
    path: string,
    cookie: string | undefined,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Response>;
  /** The same with file inputs, left empty as a browser sends them. */
  postFiles(
    path: string,
    cookie: string | undefined,
    fields: Readonly<Record<string, string | readonly string[]>>,
    files: readonly string[],
  ): Promise<Response>;
  /** A page as this session sees it. */
  get(path: string, cookie?: string): Promise<Response>;
  stop(): Promise<void>;
}

/**
 * The whole portal in this process over a copy of the seeded demo, with real
 * pages, sessions and storage. For projects with `seed-setup.ts`.
 */
export async function startTestPortal(
  options: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly mount?: (services: Services) => ServerOptions['mount'];
  } = {},
): Promise<TestPortal> {
  const dataDir = mkdtempSync(join(tmpdir(), 'driverseat-portal-'));
  cpSync(inject('seededFolder'), dataDir, { recursive: true });
  const environment = {
    DEMO: '1',
    DATA_DIR: dataDir,
    DATABASE_URL: `sqlite:${join(dataDir, 'driverseat.sqlite')}`,
    BASE_URL: 'http://portal.test',
    ...options.environment,
  };
  const config = parseConfig(environment);
  const world = createTestWorld(new Date().toISOString());
  const services = await createServices(config, { world, logger: createLogger('silent') });
  const mount = options.mount?.(services);
  const server = await startTestServer({ services, environment, ...(mount ? { mount } : {}) });

  async function signIn(slug: string, { steppedUp = false } = {}): Promise<string> {
    const person = services.demoPeople().find((candidate) => candidate.slug === slug);
    if (!person) throw new Error(`the demo has nobody called ${slug}`);
    const wish = { principal: person.principal as Principal, remember: false, steppedUp };
    const { core } = services;
    const opened = await core.storage.transact((tx) => openSession(core, tx, wish, world.now()));
    return services.auth.cookie(opened).split(';')[0] ?? '';
  }

  /** As a browser on our own origin sends it. */
  function send(
    path: string,
    cookie: string | undefined,
    body: URLSearchParams | FormData,
  ): Promise<Response> {
    const own = { 'sec-fetch-site': 'same-origin', origin: config.baseUrl };
    return server.request(path, { method: 'POST', body, headers: cookie ? { ...own, cookie } : own });
  }

  return {
    url: server.url,
    request: server.request,
    logLines: server.logLines,
    services,
    world,
    dataDir,
    config,
    signIn,
    get: (path, cookie) => server.request(path, { headers: cookie ? { cookie } : {} }),
    post: (path, cookie, fields) => send(path, cookie, new URLSearchParams(pairsOf(fields))),
    postFiles: (path, cookie, fields, files) => {
      const body = new FormData();
      for (const [name, value] of pairsOf(fields)) body.append(name, value);
      for (const name of files) body.append(name, new File([], ''));
      return send(path, cookie, body);
    },
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function pairsOf(fields: Readonly<Record<string, string | readonly string[]>>): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
}
