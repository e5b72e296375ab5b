import { expect, test } from 'vitest';
import { state as words } from '#app/i18n/catalogues/de/state.ts';
import type { ConsentStanding } from '#schema/consent.ts';
import type { CustomerId } from '#schema/ids.ts';
import { type Control, controlsOf } from '#tests/support/page-forms.ts';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { routeOf, walkPages } from '#tests/support/walk-pages.ts';

/** Of pages that differ only in what they are about, this many are walked. */
const PAGES_A_ROUTE = 12;

/** Controls that end the visit or open a door for which a fresh code is asked. */
const LEAVES_THE_AREA = /^\/(sign-out|sign-in|step-up|signed-out|language)\b/;

/** What only a person can write and the page asks for in words. */
const WRITTEN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'me/messages/new': { title: ['Winterreifen'] },
};

interface FoundControl extends Control {
  readonly page: string;
}

const keyOf = (page: string, { method, action, button, fields }: Control): string =>
  `${routeOf(page)} ${method} ${routeOf(action)} ${button || Object.keys(fields).join()}`;

/** GET changes nothing, so one portal serves the whole walk. */
async function findControls(portal: TestPortal, cookie: string): Promise<FoundControl[]> {
  const open = async (path: string): Promise<string | undefined> => {
    const response = await portal.get(path, cookie);
    if (!response.headers.get('content-type')?.startsWith('text/html')) return undefined;
    expect(response.status, path).toBe(200);
    return response.text();
  };
  const found = new Map<string, FoundControl>();
  for (const { path, html } of await walkPages(open, '/me', PAGES_A_ROUTE)) {
    for (const control of controlsOf(html, path)) {
      const key = keyOf(path, control);
      if (control.needsFile) continue;
      if (!LEAVES_THE_AREA.test(control.action) && !found.has(key))
        found.set(key, { ...control, page: path });
    }
    // A state is told by a word beside its shape, never by shape or colour alone.
    const marks = html.match(/class="state-mark"/g) ?? [];
    expect(html.match(/class="state-word">[^<]/g) ?? [], path).toHaveLength(marks.length);
  }
  return [...found.values()];
}

type Visit = Awaited<ReturnType<typeof openVisit>>;
type Grant = Pick<ConsentStanding, 'versionId' | 'fields' | 'channels'>;

/** Whether all that a yes permits was permitted before; hiding one detail makes several narrower. */
const covers = (before: Grant | undefined, { versionId, fields, channels }: Grant): boolean =>
  before?.versionId === versionId &&
  fields.every((field) => before.fields.includes(field)) &&
  channels.every((channel) => before.channels.includes(channel));

/** A portal of its own for one person, until it has changed too much. */
async function openVisit(person: string) {
  const portal = await startTestPortal();
  const cookie = await portal.signIn(person, { steppedUp: true });
  const principal = portal.services.demoPeople().find(({ slug }) => slug === person)?.principal;
  const customerId = principal?.split(':')[1] as CustomerId;
  return {
    portal,
    cookie,
    customerId,
    /** The same control as the page has it now; undefined: it offers none. */
    refresh: async ({ page, ...control }: FoundControl): Promise<Control | undefined> => {
      const html = await (await portal.get(page, cookie)).text();
      return controlsOf(html, page).find((candidate) => keyOf(page, candidate) === keyOf(page, control));
    },
    grants: async (): Promise<ReadonlyMap<string, Grant>> => {
      const consents = await portal.services.core.storage.read.consent.ofCustomer(customerId);
      const granted = consents.filter(({ standing }) => standing.state === 'granted');
      return new Map(
        granted.map(({ relationshipId, purposeId, standing: { versionId, fields, channels } }) => [
          `${relationshipId}/${purposeId}`,
          { versionId, fields, channels },
        ]),
      );
    },
  };
}

/** Every purpose on every company's page reads as it is stored. */
async function expectStoredState({ portal, cookie, customerId }: Visit, after: string): Promise<void> {
  const { read } = portal.services.core.storage;
  for (const { id, companyId, pausedUntil, restrictedAt } of await read.relationship.ofCustomer(customerId)) {
    const company = await read.company.find(companyId);
    const html = await (await portal.get(`/me/companies/${company?.slug}`, cookie)).text();
    for (const consent of await read.consent.ofCustomer(customerId)) {
      const purpose = await read.purpose.find(consent.purposeId);
      if (consent.relationshipId !== id || !purpose || purpose.retiredAt) continue;
      const { state } = consent.standing;
      // Paused or held: the word says that instead.
      if ((state === 'granted' || state === 'open') && (pausedUntil || restrictedAt)) continue;
      const path = `/me/companies/${company?.slug}/${purpose.slug}`;
      const row = html.split('<li').find((part) => part.includes(`href="${path}"`)) ?? '';
      const { expiresAt } = consent.standing;
      const over = expiresAt !== null && expiresAt <= portal.world.now();
      const word = words.customer.consent[over ? 'expired' : state];
      const told = [word, ...(state === 'granted' ? ['gilt nicht mehr'] : [])];
      expect(
        told.some((one) => textOf(row).includes(one)),
        `${path} after ${after}: ${textOf(row)}`,
      ).toBe(true);
    }
  }
}

test.each(['anna', 'ben'])(
  'no control of %s is refused, none gives more than one yes, an undo restores, pages tell what is stored',
  async (person) => {
    let visit = await openVisit(person);
    const controls = await findControls(visit.portal, visit.cookie);
    expect(controls.length).toBeGreaterThan(15);
    const refused: string[] = [];
    let undone = 0;
    for (const found of controls) {
      let control = await visit.refresh(found);
      if (!control) {
        await visit.portal.stop();
        visit = await openVisit(person);
        control = await visit.refresh(found);
      }
      const name = `${found.page}: "${found.label}" (${found.button})`;
      expect(control, name).toBeDefined();
      if (!control) continue;
      const before = await visit.grants();
      const answer = await press(visit.portal, visit.cookie, control);
      if (answer.status >= 400) refused.push(`${name} answers ${answer.status}`);
      const after = await visit.grants();
      const given = [...after].filter(([purpose, grant]) => !covers(before.get(purpose), grant));
      expect(given.length, name).toBeLessThanOrEqual(1);
      await expectStoredState(visit, name);

      const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : '';
      const undo = controlsOf(html, answer.url).find(({ button }) => button === 'act=undo');
      if (!undo) continue;
      expect((await press(visit.portal, visit.cookie, undo)).status, `${name}, then undo`).toBe(200);
      expect(await visit.grants(), `${name}, then undo`).toEqual(before);
      undone += 1;
    }
    const { report } = await visit.portal.services.checkLog();
    expect(report?.faults).toEqual([]);
    await visit.portal.stop();
    expect(refused).toEqual([]);
    expect(undone).toBeGreaterThan(0);
  },
  300_000,
);

/** Sends it and goes where the answer leads. */
async function press(portal: TestPortal, cookie: string, control: Control): Promise<Response> {
  if (control.method === 'get') {
    const query = new URLSearchParams(
      Object.entries(control.fields).flatMap(([name, values]) => values.map((value) => [name, value])),
    );
    return portal.get(`${control.action.split('?')[0]}?${query}`, cookie);
  }
  const fields = { ...control.fields, ...WRITTEN[routeOf(control.action)] };
  const answer = control.files
    ? await portal.postFiles(control.action, cookie, fields, control.files)
    : await portal.post(control.action, cookie, fields);
  const location = answer.headers.get('location');
  return location && !LEAVES_THE_AREA.test(location) ? portal.get(location, cookie) : answer;
}
