import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { openLook } from '#tests/support/open-look.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal.stop());

/** Says yes to the newsletter of the bicycle shop, whose marketer then reads the list. */
async function knownPerson(email: string): Promise<CustomerVisit> {
  const anna = await freshCustomer(portal, email, ['alpenrad', 'rheinstrom']);
  const { core } = portal.services;
  await saveFields(core, anna.customerId, { 'given-name': 'Clara', country: 'at', 'postal-code': '6900' });
  const page = await anna.get('/me/companies/alpenrad/newsletter');
  const answered = await anna.post('/me/companies/alpenrad/newsletter', {
    act: 'yes',
    version: page.hidden('version'),
    language: page.hidden('language'),
    channel: 'email',
  });
  expect(answered.status).toBe(303);
  const { read } = core.storage;
  const company = await read.company.findBySlug('alpenrad');
  const purpose = company && (await read.purpose.findBySlug(company.id, 'newsletter'));
  const relationship = company && (await read.relationship.findLive(anna.customerId, company.id));
  const staff =
    company && (await read.staff.ofCompany(company.id)).find((one) => one.roles.includes('marketer'));
  if (!purpose || !relationship || !staff) throw new Error('the demo has changed');
  portal.world.advance(1000);
  await discloseToCompany(core, {
    staff,
    role: 'marketer',
    purposeId: purpose.id,
    how: 'view',
    reason: 'Durchsicht',
    runId: core.world.newId(),
    people: { subjects: [relationship.subject] },
  });
  portal.world.advance(1000);
  return anna;
}

describe('leaving one company', () => {
  test('two steps from home; the page says first what ends, what was read and what stays', async () => {
    const anna = await knownPerson('geht@beispiel.at');
    const home = await anna.get('/me');
    expect(home.html).toContain('href="/me/companies/alpenrad/leave"');
    const page = await anna.get('/me/companies/alpenrad/leave');
    expect(page.status).toBe(200);
    expect(page.text).toContain('14 Tage');
    expect(page.text).toMatch(/Bis \d+\. \p{L}+ 20\d\d bleibt hier der Nachweis/u);
    expect((await anna.consent('alpenrad', 'newsletter'))?.standing.state).toBe('granted');

    const gone = await anna.act('/me/companies/alpenrad/leave', {});
    expect(gone.text).toContain('Ihre Verbindung mit Alpenrad ist beendet.');
    expect(gone.text).toContain('soll alles löschen');
    expect(await anna.consent('alpenrad', 'newsletter')).toBeUndefined();
    expect((await anna.get('/me/companies/alpenrad/leave')).status).toBe(404);
    expect((await anna.get('/me/recalls')).text).toContain('Bei einer Firma steht noch etwas aus.');
    expect((await anna.get('/me')).html).not.toContain('/me/companies/alpenrad/leave');
  });

  test('GET changes nothing, and ten presses at once end it once', async () => {
    const anna = await knownPerson('geht-oft@beispiel.at');
    await anna.get('/me/companies/alpenrad/leave');
    expect(await anna.consent('alpenrad', 'newsletter')).toBeDefined();
    const { read } = portal.services.core.storage;
    const before = (await read.ledger.state())?.size ?? 0;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => anna.post('/me/companies/alpenrad/leave', {})),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
    const added = await read.ledger.range(before, 100);
    expect(added.filter(({ kind }) => kind === 'ended')).toHaveLength(1);
    expect(await read.recall.ofCustomer(anna.customerId)).toHaveLength(1);
  });

  test('a company that never began has nothing to end', async () => {
    const ben = await freshCustomer(portal, 'nie-da@beispiel.at', ['alpenrad']);
    expect((await ben.get('/me/companies/kornundkruste/leave')).status).toBe(404);
    expect((await ben.get('/me/companies/niemand/leave')).status).toBe(404);
    expect((await ben.post('/me/companies/niemand/leave', {})).status).toBe(404);
  });

  test('coming back is a new beginning under a new id', async () => {
    const anna = await knownPerson('kommt-zurueck@beispiel.at');
    const { read } = portal.services.core.storage;
    const [before] = await read.relationship.ofCustomer(anna.customerId);
    await anna.post(`/me/companies/alpenrad/leave`, {});
    expect((await anna.get('/me/companies')).text).not.toMatch(
      /Alpenrad.*Ab dann läuft.*Passendes zu Ihrem Kauf/,
    );
    await anna.post('/me/companies', { company: 'alpenrad' });
    const company = await read.company.findBySlug('alpenrad');
    const again = company && (await read.relationship.findLive(anna.customerId, company.id));
    expect(again?.subject).toBeDefined();
    expect(again?.subject).not.toBe(before?.subject);
    expect(await anna.consent('alpenrad', 'newsletter')).toBeUndefined();
    // What ran without a yes does not begin again by itself.
    expect((await anna.consent('alpenrad', 'similar-products'))?.standing.state).toBe('objected');
    expect((await anna.get('/me/history')).text).toContain('Was ohne Ihr Ja lief, bleibt gestoppt.');
  });
});

describe('recalls at the company', () => {
  test('staff confirm with a sentence that the customer reads; a second time and elsewhere it does not work', async () => {
    const anna = await knownPerson('ruft-zurueck@beispiel.at');
    await anna.post('/me/companies/alpenrad/leave', {});
    const { read } = portal.services.core.storage;
    const [recall] = await read.recall.ofCustomer(anna.customerId);
    if (!recall) throw new Error('no recall');
    const marketer = await portal.signIn('marketer-alpenrad');
    const own = `/company/recalls?person=${recall.subject}`;
    const list = await (await portal.get('/company/recalls', marketer)).text();
    expect(list).toContain(`href="${own}"`);
    const page = await (await portal.get(own, marketer)).text();
    expect(page).toContain(`id="person-${recall.subject}"`);
    expect(page).toContain(`value="${recall.id}"`);
    expect(page).not.toContain(anna.customerId);
    expect(page).not.toContain('ruft-zurueck@beispiel.at');

    const fields = { recall: recall.id, note: 'Aus der Kartei genommen.' };
    const other = await portal.signIn('marketer-rheinstrom');
    expect(await (await portal.get(own, other)).text()).not.toContain(`person-${recall.subject}`);
    expect((await portal.post('/company/recalls', other, fields)).status).toBe(404);
    expect((await portal.post('/company/recalls', undefined, fields)).status).toBe(302);
    expect((await portal.post('/company/recalls', anna.cookie, fields)).status).toBe(404);
    const long = await portal.post('/company/recalls', marketer, { ...fields, note: 'x'.repeat(1_001) });
    expect(long.status).toBe(422);
    const done = await Promise.all([1, 2, 3].map(() => portal.post('/company/recalls', marketer, fields)));
    expect(done.map(({ status }) => status).sort()).toEqual([303, 409, 409]);

    // Of whom nothing is open any more: the list again, never an empty page.
    const after = await portal.get(own, marketer);
    expect([after.status, (await after.text()).includes('<textarea')]).toEqual([200, false]);

    const told = await anna.get('/me/companies/alpenrad');
    expect(told.text).toContain('bestätigt am');
    expect(told.text).toContain('Aus der Kartei genommen.');
    const officer = await portal.signIn('officer-alpenrad');
    expect(await (await portal.get('/officer/recalls', officer)).text()).toContain(
      recall.subject.slice(0, 8),
    );
    expect((await portal.get('/officer/recalls', marketer)).status).toBe(404);
    expect((await portal.get('/company/recalls', officer)).status).toBe(404);

    // The word of the company is an entry like any other: in the history, in the officer's log, in the file to take along.
    const { ledgerIndex } = (await read.recall.find(recall.companyId, recall.id)) ?? {};
    expect((await anna.get('/me/history')).text).toContain('Alpenrad bestätigt: gelöscht.');
    const entry = await anna.get(`/me/history/${ledgerIndex}`);
    expect(entry.text).toContain('Alpenrad bestätigt: gelöscht.');
    expect(entry.text).toContain('Aus der Kartei genommen.');
    expect(entry.text).toContain('Alpenrad soll alles löschen');
    const log = await (await portal.get(`/officer/log/${ledgerIndex}`, officer)).text();
    expect(log).toContain('Datenrückruf bestätigt');
    expect(log).not.toContain('Aus der Kartei genommen.');
    const opened = await openLook(portal, `/officer/log/${ledgerIndex}`, officer, {
      reason: 'Anfrage der Behörde',
    });
    expect(await opened.text()).toContain('Aus der Kartei genommen.');
    const stranger = await freshCustomer(portal, 'fremd@beispiel.at', ['alpenrad']);
    expect((await stranger.get(`/me/history/${ledgerIndex}`)).status).toBe(404);
  });

  test('the page says what may stay for another purpose, and whose recall was confirmed', async () => {
    const anna = await knownPerson('darf-bleiben@beispiel.at');
    await anna.post('/me/companies/alpenrad/newsletter', { act: 'no' });
    const { read } = portal.services.core.storage;
    const [recall] = await read.recall.ofCustomer(anna.customerId);
    if (!recall) throw new Error('no recall');
    const marketer = await portal.signIn('marketer-alpenrad');
    const card = async () => {
      const page = await (await portal.get(`/company/recalls?person=${recall.subject}`, marketer)).text();
      return page.slice(page.indexOf(`person-${recall.subject}`)).split('</article>')[0] ?? '';
    };
    // Similar products run until she says stop, and need the address.
    expect(await card()).toContain('Darf bleiben, für einen anderen Zweck');
    await anna.post('/me/companies/alpenrad/similar-products', { act: 'no' });
    expect(await card()).not.toContain('Darf bleiben');
    const fields = { recall: recall.id, person: recall.subject, note: '' };
    const done = await portal.post('/company/recalls', marketer, fields);
    const location = done.headers.get('location') ?? '';
    expect(location).toBe(`/company/recalls?done=confirmed&who=${recall.subject.slice(0, 8)}`);
    expect(await (await portal.get(location, marketer)).text()).toContain(
      `Bestätigt und der Person gesagt: Kennung ${recall.subject.slice(0, 8)}.`,
    );
    const made = await portal.get('/company/recalls?done=confirmed&who=%3Cb%3E', marketer);
    expect(await made.text()).not.toContain('<b>');
  });

  test('several of one person are one form: what is ticked is done, nothing ticked comes back', async () => {
    const anna = await knownPerson('mehreres@beispiel.at');
    const asked = await anna.post('/me/rights/new?kind=rectification', {
      act: 'ask',
      company: 'alpenrad',
      text: 'Mein Name ist falsch geschrieben.',
    });
    expect(asked.status).toBe(303);
    await anna.post('/me/take-back', {});
    const { read } = portal.services.core.storage;
    const recalls = await read.recall.ofCustomer(anna.customerId);
    expect(recalls.map(({ kind }) => kind).sort()).toEqual(['rectified', 'withdrawn']);
    const [recall] = recalls;
    const marketer = await portal.signIn('marketer-alpenrad');
    const page = await (await portal.get('/company/recalls', marketer)).text();
    expect(page).toContain('2 Bitten einer Person');
    const form = { person: recall?.subject ?? '', note: 'Erledigt und geprüft.' };
    const none = await portal.post('/company/recalls', marketer, form);
    expect(none.status).toBe(422);
    const back = await none.text();
    expect(back).toContain('Bitte kreuzen Sie an, was erledigt ist.');
    expect(back).toContain('Erledigt und geprüft.');
    const before = (await read.ledger.state())?.size ?? 0;
    const done = await portal.post('/company/recalls', marketer, {
      ...form,
      recall: recalls.map(({ id }) => id),
    });
    expect(done.status).toBe(303);
    expect((await read.ledger.state())?.size).toBe(before + 1);
    expect((await anna.get('/me/history')).text).toContain('Alpenrad bestätigt: alles erledigt.');
  });

  test('after fourteen days it is overdue for everybody', async () => {
    const anna = await knownPerson('wartet@beispiel.at');
    await anna.post('/me/companies/alpenrad/leave', {});
    portal.world.advance(15 * DAY_MS);
    const marketer = await portal.signIn('marketer-alpenrad');
    expect(await (await portal.get('/company/recalls', marketer)).text()).toContain('überfällig');
    const cookie = await portal.signIn('officer-alpenrad');
    expect(await (await portal.get('/officer/recalls', cookie)).text()).toContain('überfällig');
  });
});
