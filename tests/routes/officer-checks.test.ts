import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { openDatabase, tablesOf } from '#db/open-db.ts';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

describe('a portal whose files somebody touched', () => {
  let touched: TestPortal;
  let reader: string;
  let operating: string;

  beforeAll(async () => {
    touched = await startTestPortal();
    reader = await touched.signIn('officer-alpenrad');
    operating = await touched.signIn('operator');
  });
  afterAll(() => touched.stop());

  const pageOf = async (path: string, cookie: string) => (await touched.get(path, cookie)).text();

  test('a fault is named in words with its place; only an own entry is a link, and no detail shows', async () => {
    const { read: store } = touched.services.core.storage;
    const alpenrad = await store.company.findBySlug('alpenrad');
    const entries = (await store.ledger.range(0, 2000)).filter(
      ({ kind, companyId }) => kind === 'refused' && companyId !== null,
    );
    const own = entries.find(({ companyId }) => companyId === alpenrad?.id);
    const foreign = entries.find(({ companyId }) => companyId !== alpenrad?.id);
    if (!own || !foreign?.relationshipId || !foreign.purposeId) throw new Error('the demo has changed');
    const { database: place } = touched.config;
    const database = await openDatabase({
      url: `sqlite:${place.engine === 'sqlite' ? place.path : ''}`,
    });
    const { writer } = tablesOf(database);
    for (const { index } of [own, foreign])
      await writer.updateTable('ledger_entry').set({ method: 'till' }).where('idx', '=', index).execute();
    await writer
      .updateTable('consent')
      .set({ state: 'withdrawn' })
      .where('relationship_id', '=', foreign.relationshipId)
      .where('purpose_id', '=', foreign.purposeId)
      .execute();
    await database.close();

    await touched.post('/officer/verify', reader, {});
    const { whole, report } = touched.services.logHealth();
    expect(whole).toBe(false);
    const html = await pageOf('/officer/verify?done=checked', reader);
    const text = textOf(html);
    expect(text).toContain(`Das Protokoll hat ${report?.found} Fehler`);
    expect(text).toContain('Der Klartext eines Eintrags weicht vom Datensatz ab.');
    expect(text).toContain('Der heutige Stand weicht vom Protokoll ab.');
    expect(html).toContain(`<a href="/officer/log/${own.index}">Eintrag ${own.index}</a>`);
    expect(text).toContain(`Eintrag ${foreign.index}`);
    expect(html).not.toContain(`href="/officer/log/${foreign.index}"`);
    for (const { detail } of report?.faults ?? []) expect(text).not.toContain(detail);
    expect(text).toContain('Was da ist, ist der Beleg.');
    expect(textOf(await pageOf('/officer', reader))).toContain('Sehen Sie nach, bevor Sie etwas belegen.');
    const operators = textOf(await pageOf('/operator', operating));
    expect(operators).toContain('Etwas braucht Sie.');
    expect(operators).toContain(`${report?.found} Fehler. Die Einzelheiten zeigt: npx driverseat verify`);
  });
});

describe('what is due', () => {
  let later: TestPortal;

  beforeAll(async () => {
    later = await startTestPortal();
  });
  afterAll(() => later.stop());

  test('grants that end and versions whose use ends are told while they run, and not after', async () => {
    const { read: store } = later.services.core.storage;
    const alpenrad = await store.company.findBySlug('alpenrad');
    const newsletter = alpenrad && (await store.purpose.findBySlug(alpenrad.id, 'newsletter'));
    const ends = newsletter && (await store.purpose.versions(newsletter.id))[0]?.usableUntil;
    if (!newsletter || !ends) throw new Error('the demo has changed');
    const at = async (instant: string) => {
      later.world.set(instant);
      const page = await later.get('/officer', await later.signIn('officer-alpenrad'));
      expect(page.status).toBe(200);
      return textOf(await page.text());
    };
    const soon = await at(addMs(ends, -5 * DAY_MS));
    const window = { at: later.world.now(), pendingBefore: later.world.now() };
    const counts = await store.consent.due([newsletter.id], {
      ...window,
      expiringBefore: addMs(later.world.now(), 30 * DAY_MS),
    });
    const [first] = await store.purpose.versions(newsletter.id);
    const hanging = counts.find(({ versionId }) => versionId === first?.id)?.granted ?? 0;
    expect(hanging).toBeGreaterThan(0);
    expect(soon).toMatch(/Fassung 1 ist bis [^.]+\.\d+\.\d+, [\d:]+ \w+ nutzbar\./);
    expect(await at(addMs(ends, DAY_MS))).not.toContain('Fassung 1 ist bis');
    expect(await at(addMs(ends, -100 * DAY_MS))).not.toContain('Fassung 1 ist bis');
  });

  test('far in the future no purpose runs out any more; what a person must do stays due', async () => {
    later.world.set('2040-01-01T00:00:00.000Z');
    const page = await later.get('/officer', await later.signIn('officer-alpenrad'));
    expect(textOf(await page.text())).toContain('In den nächsten 30 Tagen endet nichts.');
  });
});
