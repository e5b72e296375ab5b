import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, tablesOf } from '#db/open-db.ts';
import { runProgram } from '#tests/support/built-server.ts';
import { type DemoBrowser, startDemoBrowser } from '#tests/support/demo-browser.ts';
import { follow, press } from '#tests/support/press.ts';

let demo: DemoBrowser;
beforeAll(async () => {
  demo = await startDemoBrowser();
});
afterAll(() => demo.stop());

/** Anna's address and her number at Alpenrad, as the officer has them from a letter. */
const ADDRESS = 'anna.keller@example.org';
const NUMBER = 'AR-1001';

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first();
const textIn = async (page: Page, selector: string) =>
  ((await page.locator(selector).first().textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();

/** The command line beside the running server. */
const verify = () =>
  runProgram(['bin/driverseat.mjs', 'verify'], {
    DEMO: '1',
    DATA_DIR: demo.server.dataDir,
    DATABASE_URL: `sqlite:${demo.server.dataDir}/driverseat.sqlite`,
  });

async function expectNoFault(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

describe.each([true, false])('with scripts on: %s', (javaScriptEnabled) => {
  test('from the address in a letter to a proof on one sheet', async () => {
    const page = await demo.open({ javaScriptEnabled, person: 'officer-alpenrad' });
    // The first check begins with the server and may still run.
    const headline = async () => {
      await page.goto('/officer');
      return textIn(page, 'h1');
    };
    await expect.poll(headline, { timeout: 20_000 }).toMatch(/ Das Protokoll ist lückenlos\.$/);

    await follow(page, link(page, 'Protokoll'));
    await page.getByLabel('E-Mail oder Kundennummer').fill(javaScriptEnabled ? ADDRESS : NUMBER);
    await press(page, 'Suchen');
    expect(await textIn(page, 'h1')).toMatch(/^\d+ Einträge passen zur Suche$/);
    // What was typed stands in no address of a page, and on none.
    expect(new URL(page.url()).search).toMatch(/^\?subject=[0-9a-f]{32}$/);
    expect(await page.content()).not.toContain(ADDRESS);
    await page.getByLabel('Ereignis').selectOption('granted');
    await press(page, 'Suchen');
    expect(await page.locator('tbody tr').count()).toBe(3);

    await follow(page, page.locator('tbody tr').last().locator('a').last());
    expect(await textIn(page, 'h1')).toBe('Einwilligung erteilt');
    expect(await textIn(page, 'main')).toMatch(/Nachgerechnet: \d+ Schritte führen/);
    await press(page, 'Öffnen');
    expect(await textIn(page, 'main')).toContain('Bitte füllen Sie dieses Feld aus.');
    const reason = `Auskunft vom 3. Mai, ${javaScriptEnabled}`;
    await page.getByLabel('Grund').fill(reason);
    await press(page, 'Öffnen');
    expect(await textIn(page, 'main')).toMatch(/Ihr Blick steht als Eintrag \d+ im Protokoll\./);
    expect(await textIn(page, '#text')).toContain('Was die Firma tun will');
    if (javaScriptEnabled) await expectNoFault(page);

    await follow(page, page.locator('#clear a'));
    await page.getByLabel('Grund').fill(reason);
    await page.getByLabel('E-Mail oder Kundennummer der Person').fill(ADDRESS);
    await press(page, 'Nachweis öffnen');
    expect(await textIn(page, 'h1')).toBe('Nachweis der Einwilligungen');
    const proof = await textIn(page, 'article.proof');
    for (const words of [NUMBER, ADDRESS, reason, 'Art. 7 Abs. 1 DSGVO', 'Adresse bestätigt: Mail'])
      expect(proof).toContain(words);
    expect(proof).toMatch(/Die Kette dieser Person ist lückenlos: \d+ Einträge/);
    if (javaScriptEnabled) {
      await expectNoFault(page);
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }

    // Whose records were opened reads who it was and why.
    const anna = await demo.open({ javaScriptEnabled, person: 'anna' });
    await anna.goto('/me/looks');
    expect((await textIn(anna, 'main')).split(reason)).toHaveLength(3);
  });
});

test('the whole log is checked from the page and from the command line', async () => {
  const page = await demo.open({ person: 'officer-alpenrad' });
  await page.goto('/officer/verify');
  await press(page, 'Jetzt ganz prüfen');
  const size = /(\d+) Einträge/.exec(await textIn(page, 'h1'))?.[1];
  expect(await textIn(page, 'h1')).toContain('lückenlos');
  const { code, output } = await verify();
  expect(code).toBe(0);
  expect(output).toMatch(new RegExp(`^entries\\s+${size}$`, 'm'));
  expect(output).toContain('The log is whole.');
  const root = /^root\s+([0-9a-f]{64})$/m.exec(output)?.[1] ?? '';
  expect(await page.content()).toContain(root.slice(0, 8));
  await expectNoFault(page);
});

test('a database that somebody was at fails both checks, which name the entry', async () => {
  const database = await openDatabase({ url: `sqlite:${demo.server.dataDir}/driverseat.sqlite` });
  const { writer } = tablesOf(database);
  const entry = await writer
    .selectFrom('ledger_entry')
    .selectAll()
    .where('kind', '=', 'withdrawn')
    .orderBy('idx')
    .executeTakeFirstOrThrow();
  await writer.updateTable('ledger_entry').set({ kind: 'granted' }).where('idx', '=', entry.idx).execute();
  await database.close();

  const page = await demo.open({ person: 'officer-alpenrad' });
  await page.goto('/officer/verify');
  await press(page, 'Jetzt ganz prüfen');
  expect(await textIn(page, 'h1')).toContain('2 Fehler');
  expect(await textIn(page, 'main')).toContain(`${entry.idx}`);
  await page.goto('/officer');
  expect(await textIn(page, 'h1')).toMatch(/ Das Protokoll hat 2 Fehler\.$/);
  const { code, output } = await verify();
  expect(code).toBe(1);
  expect(output).toContain(`FAULT       index-columns-mismatch  entry ${entry.idx}: kind in clear differ`);
});
