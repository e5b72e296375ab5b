import { describe, expect, onTestFinished, test } from 'vitest';
import { addMonths, addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { openAskingDoor } from './asking-door.ts';

describe.each(ENGINES)('a year between two questions on %s', (engine) => {
  test('is twelve months to the day, for one thing as for three', async () => {
    const it = await openAskingDoor(engine);
    onTestFinished(it.close);
    await it.ask('newsletter');
    const first = it.world.now();
    it.world.advance(30 * DAY_MS);
    await it.ask('test-rides');
    await it.ask('ride-advice');
    it.world.set(addMs(addMonths(first, 12), -DAY_MS));
    await expect(it.ask('newsletter')).rejects.toMatchObject({ code: 'asked-this-year' });
    await expect(it.ask('service-reminder')).rejects.toMatchObject({ code: 'asked-often' });
    it.world.set(addMs(addMonths(first, 12), DAY_MS));
    await it.ask('newsletter');
    // That was the third of these twelve months again.
    await expect(it.ask('service-reminder')).rejects.toMatchObject({ code: 'asked-often' });
  });
});
