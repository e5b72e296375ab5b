import { join } from 'node:path';
import { expect } from 'vitest';
import { openCheckpointLock } from '#app/core/ledger/checkpoint-lock.ts';
import { signHead } from '#app/core/ledger/sign-head.ts';
import { openSigningKey } from '#app/core/ledger/signing-key.ts';
import { type LogReport, verifyLog } from '#app/core/ledger/verify-log.ts';
import { TEST_ORIGIN, type TestCore } from '#tests/support/test-core.ts';

export interface LogCheck {
  /** Reads the whole log as it is. */
  check(onProgress?: (done: number, total: number) => void): Promise<LogReport>;
  /** Signs the head, then reads the whole log again: bytes, tree, signature, records, fold against state. */
  expectWhole(): Promise<void>;
}

export function createLogCheck({ core, folder }: TestCore): LogCheck {
  const key = openSigningKey({ dataDir: folder, origin: TEST_ORIGIN, logExists: false });
  const lock = openCheckpointLock(join(folder, 'checkpoint-lock'), { origin: TEST_ORIGIN, keys: [key] });
  const check: LogCheck['check'] = (onProgress) => verifyLog(core, { keys: [key], lock }, onProgress);
  return {
    check,
    expectWhole: async () => {
      await signHead(core, { key, lock });
      expect((await check()).faults).toEqual([]);
    },
  };
}
