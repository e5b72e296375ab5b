import type { Config } from './config.server.ts';

export interface Services {
  readiness(): Promise<{ ok: boolean; checks: Record<string, string> }>;
  close(): Promise<void>;
}

export async function createServices(_config: Config): Promise<Services> {
  return {
    readiness: async () => ({ ok: true, checks: {} }),
    close: async () => undefined,
  };
}
