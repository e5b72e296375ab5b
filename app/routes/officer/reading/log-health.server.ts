import type { LogHealth } from '#app/log-health.server.ts';
import type { LogStand } from '#app/screens/officer/view.ts';

export function standOf({ whole, checkedAt, size, report }: LogHealth): LogStand {
  return { whole, checkedAt, size, found: report?.found ?? 0 };
}
