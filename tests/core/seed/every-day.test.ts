import { expect, test } from 'vitest';
import { planPopulation } from '#app/cli/seed/plan/population.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { checkPlan } from './check-plan.ts';

/* Weekends and holidays move what offices do: whichever day the demo is started on, its order must hold. */
test('the demo can be started on every day of a year, at whatever hour', () => {
  const first = Date.parse('2026-11-20T00:10:00Z');
  const faults: string[] = [];
  for (let day = 0; day < 400; day += 1) {
    const now = new Date(first + day * DAY_MS + ((day * 5) % 24) * HOUR_MS + ((day * 7) % 60) * MINUTE_MS);
    // The people written by hand are always there; the others hang on chance, which plan.test.ts is about.
    const { problems } = checkPlan(planPopulation({ customers: 2, seed: 1, now }), now);
    faults.push(...problems.map((problem) => `${now.toISOString()} ${problem}`));
  }
  expect(faults).toEqual([]);
});
