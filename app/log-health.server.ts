import type { Instant } from '#schema/instant.ts';
import { type LogReport, verifyLog } from './core/ledger/verify-log.ts';
import type { Portal } from './portal.server.ts';

/** What the last whole check of the log found; on every page's foot. */
export interface LogHealth {
  readonly whole: boolean;
  /** Null: not checked since the start. */
  readonly checkedAt: Instant | null;
  readonly size: number;
  readonly report: LogReport | null;
}

export interface LogWatch {
  health(): LogHealth;
  /** A whole check; a second caller waits for the running one. */
  check(): Promise<LogHealth>;
}

export function createLogWatch({ core, signer }: Pick<Portal, 'core' | 'signer'>): LogWatch {
  let health: LogHealth = { whole: false, checkedAt: null, size: 0, report: null };
  let running: Promise<LogHealth> | undefined;

  async function run(): Promise<LogHealth> {
    const report = await verifyLog(core, { keys: [signer.key], lock: signer.lock });
    health = { whole: report.faults.length === 0, checkedAt: core.world.now(), size: report.size, report };
    return health;
  }

  return {
    health: () => health,
    check: () => {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
