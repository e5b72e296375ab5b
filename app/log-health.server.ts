import type { Instant } from '#schema/instant.ts';
import { type LogReport, verifyLog } from './core/ledger/verify-log.ts';
import { HOUR_MS } from './core/shared/calendar.ts';
import type { Log } from './logger.server.ts';
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
  /** Checks at once and every hour; what is found goes to the log as well. */
  start(): void;
  /** Resolves when a running check is over. */
  stop(): Promise<void>;
}

export function createLogWatch({ core, signer }: Pick<Portal, 'core' | 'signer'>, log: Log): LogWatch {
  let health: LogHealth = { whole: false, checkedAt: null, size: 0, report: null };
  let running: Promise<LogHealth> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<LogHealth> {
    const report = await verifyLog(core, { keys: [signer.key], lock: signer.lock });
    health = { whole: report.faults.length === 0, checkedAt: core.world.now(), size: report.size, report };
    return health;
  }

  function check(): Promise<LogHealth> {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function checkAndTell(): Promise<void> {
    try {
      const { whole, report } = await check();
      if (!whole)
        log.error('the log is not whole', {
          count: report?.faults.length ?? 0,
          code: report?.faults[0]?.code ?? '',
        });
    } catch (error) {
      log.error('the log could not be checked', { error });
    }
  }

  return {
    health: () => health,
    check,
    start: () => {
      void checkAndTell();
      timer = setInterval(() => void checkAndTell(), HOUR_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
