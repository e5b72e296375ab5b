import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '#tests/support/axe-faults.ts';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { type DemoData, openDemoData } from '#tests/support/demo-data.ts';
import { follow } from '#tests/support/press.ts';

let demo: DemoBrowser;
let data: DemoData;
let pages: readonly string[];
beforeAll(async () => {
  demo = await startDemoBrowser();
  data = await openDemoData(demo.server.dataDir);
  const [person] = await data.permitted('alpenrad', 'newsletter');
  const draft = '&field-0=interests&value-0=family&field-1=postal-region&value-1=xx&do=count';
  pages = [
    '/company',
    '/company/people',
    '/company/people?purpose=newsletter',
    '/company/people?purpose=test-rides',
    '/company/people?purpose=similar-products',
    `/company/people/${person?.subject}?purpose=newsletter`,
    `/company/people/${person?.subject}/no?purpose=newsletter`,
    `/company/people/${person?.subject}/no?purpose=newsletter&done=newsletter`,
    `/company/people/${person?.subject}/record?purpose=newsletter`,
    '/company/messages',
    '/company/segments',
    '/company/segments?done=removed',
    '/company/segments/new',
    '/company/segments/new?purpose=newsletter',
    `/company/segments/new?purpose=newsletter${draft}`,
  ];
});
afterAll(async () => {
  await data.close();
  await demo.stop();
});

async function faults(page: Page): Promise<string[]> {
  const found = await axeFaults(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return wider > 0 ? [...found, `${wider} px wider than the screen`] : found;
}

test.each([360, 1280])(
  'at %i px no page has a fault that axe can find, nor scrolls sideways',
  async (width) => {
    const page = await demo.open({ person: 'marketer-alpenrad', viewport: { width, height: 800 } });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    for (const path of pages) {
      const response = await page.goto(path);
      expect([path, response?.status()]).toEqual([path, 200]);
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      expect(await faults(page), path).toEqual([]);
    }
    await page.goto('/company/segments');
    await follow(page, page.locator('.link-list a').first());
    expect(await faults(page), 'a segment').toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test('in English every page speaks English', async () => {
  const page = await demo.open({ person: 'marketer-alpenrad' });
  await page.goto('/language?lang=en&to=/company');
  for (const path of pages) {
    await page.goto(path);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const text = ((await page.locator('main').textContent()) ?? '').toLowerCase();
    expect([path, /\b(für|nicht|menschen|zweck)\b/.exec(text)?.[0]]).toEqual([path, undefined]);
  }
});
