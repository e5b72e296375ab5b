import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { follow } from '#tests/support/press.ts';

let demo: DemoBrowser;
beforeAll(async () => {
  demo = await startDemoBrowser();
});
afterAll(() => demo.stop());

/** Counts what a person presses, from the overview on, and the pages that load meanwhile. */
class Steps {
  presses = 0;
  loads = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.on('load', () => {
      this.loads += 1;
    });
  }

  async press(selector: string): Promise<void> {
    this.presses += 1;
    await Promise.all([this.page.waitForEvent('load'), this.page.locator(selector).first().click()]);
  }

  async tick(selector: string): Promise<void> {
    this.presses += 1;
    await this.page.locator(selector).first().check();
  }
}

async function steps(
  page: Page,
  walk: (steps: Steps) => Promise<void>,
): Promise<{ presses: number; loads: number }> {
  await page.goto('/me');
  const counted = new Steps(page);
  await walk(counted);
  return { presses: counted.presses, loads: counted.loads };
}

const stateOf = async (page: Page) => (await page.locator('.card .state-word').first().textContent()) ?? '';

describe.each([true, false])('with scripts on: %s', (javaScriptEnabled) => {
  test.each([
    ['alpenrad', 'ride-advice', 'Ja', 'zurückgenommen'],
    ['kornundkruste', 'last-loaves', 'Ja', 'zurückgenommen'],
  ])(
    '%s/%s: taking back takes no more steps than giving, and two at most',
    async (company, purpose, given, ended) => {
      const page = await demo.open({ javaScriptEnabled, person: 'anna' });
      const path = `/me/companies/${company}/${purpose}`;
      // From a clean slate: whatever stood before is ended.
      await page.goto(path);
      const running = page.locator('button[name=act][value=no]');
      if (await running.count()) await follow(page, running.first());

      const grant = await steps(page, async (walk) => {
        await walk.press(`a[href="/me/companies/${company}"]`);
        await walk.press(`a[href="${path}"]`);
        const channels = page.locator('input[type=checkbox][name=channel]');
        if (await channels.count()) await walk.tick('input[type=checkbox][name=channel]');
        await walk.press('button[name=act][value=yes]');
      });
      expect(await stateOf(page)).toBe(given);
      const withdraw = await steps(page, async (walk) => {
        await walk.press(`a[href="${path}"]`);
        await walk.press('button[name=act][value=no]');
      });
      expect(await stateOf(page)).toBe(ended);
      expect(withdraw.presses).toBeLessThanOrEqual(grant.presses);
      expect(withdraw.loads).toBeLessThanOrEqual(grant.loads);
      expect(withdraw.presses).toBeLessThanOrEqual(2);
    },
  );

  test('stop and allow again take the same steps', async () => {
    const page = await demo.open({ javaScriptEnabled, person: 'ben' });
    const path = '/me/companies/alpenrad/similar-products';
    const turn = (value: 'yes' | 'no') => async (walk: Steps) => {
      await walk.press('a[href="/me/companies/alpenrad"]');
      await walk.press(`a[href="${path}"]`);
      await walk.press(`button[name=act][value=${value}]`);
    };
    const stop = await steps(page, turn('no'));
    expect(await steps(page, turn('yes'))).toEqual(stop);
  });

  test('everything, one company’s advertising, and a pause: two steps from the overview', async () => {
    const page = await demo.open({ javaScriptEnabled, person: 'ben' });
    const pause = await steps(page, async (walk) => {
      await walk.press('a[href="/me/preferences#pause"]');
      await walk.press('button[name=pause][value=week]');
    });
    await follow(page, page.locator('button[name=pause][value=none]'));
    const advertising = await steps(page, async (walk) => {
      await walk.press('a[href^="/me/take-back?company="]');
      await walk.press('button[name=act][value=take-back]');
    });
    await follow(page, page.locator('button[name=act][value=undo]'));
    const everything = await steps(page, async (walk) => {
      await walk.press('a[href="/me/take-back"]');
      await walk.press('button[name=act][value=take-back]');
    });
    await follow(page, page.locator('button[name=act][value=undo]'));
    for (const { presses } of [pause, advertising, everything]) expect(presses).toBe(2);
  });
});
