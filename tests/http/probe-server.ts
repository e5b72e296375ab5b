import type { ServerBuild } from '@remix-run/node';
import { loadRemixBuild } from '#tests/support/remix-build.ts';
import { startTestServer, type TestServer, type TestServerOptions } from '#tests/support/start-server.ts';

export interface ProbeServer extends TestServer {
  /** Bodies that reached an action. */
  readonly received: Record<string, string>[];
}

/** The HTTP layer with two extra pages: `/probe` takes forms, `/probe/resource` is a route without a page. */
export async function startProbeServer(options: Omit<TestServerOptions, 'build'> = {}): Promise<ProbeServer> {
  const received: Record<string, string>[] = [];
  const build = withProbes(await loadRemixBuild(), received);
  return { ...(await startTestServer({ ...options, build })), received };
}

function withProbes(build: ServerBuild, received: Record<string, string>[]): ServerBuild {
  const action = async ({ request }: { request: Request }): Promise<Response> => {
    const form = await request.formData();
    received.push(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])));
    return Response.json({ url: request.url, host: request.headers.get('host') });
  };
  const loader = ({ request }: { request: Request }): Response => {
    if (request.url.includes('boom')) throw new Error('secret detail of the defect');
    return Response.json({ url: request.url });
  };
  const page = { action, loader, default: () => 'probe' };
  // Remix's own type asks for a page even of a route that has none.
  const resource = { action, loader } as unknown as typeof page;
  const routes: ServerBuild['routes'] = {
    ...build.routes,
    probe: { id: 'probe', parentId: 'root', path: 'probe', module: page },
    resource: { id: 'resource', parentId: 'root', path: 'probe/resource', module: resource },
  };
  const assets = {
    hasAction: true,
    hasLoader: true,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
    module: '/assets/probe.js',
  };
  const known = build.assets.routes;
  return {
    ...build,
    routes,
    assets: {
      ...build.assets,
      routes: {
        ...known,
        probe: { id: 'probe', parentId: 'root', path: 'probe', ...assets },
        resource: { id: 'resource', parentId: 'root', path: 'probe/resource', ...assets },
      } as typeof known,
    },
  };
}
