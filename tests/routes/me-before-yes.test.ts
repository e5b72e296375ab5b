import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import { fieldLabel } from '#app/i18n/field-words.ts';
import { createI18n } from '#app/i18n/i18n-context.tsx';
import { CompanyFieldId } from '#schema/field.ts';
import { type Language, textIn } from '#schema/language.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { controlsOf } from '#tests/support/page-forms.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

const COMPANIES = ['alpenrad', 'rheinstrom', 'kornundkruste'] as const;

let portal: TestPortal;
let visit: CustomerVisit;
beforeAll(async () => {
  portal = await startTestPortal();
  visit = await freshCustomer(portal, 'vorher@beispiel.at', COMPANIES);
});
afterAll(() => portal.stop());

/** What each field is called; a company's own by the company. */
function labelsOf(fields: PurposeCardText['fields'], language: Language): Promise<string[]> {
  const { t } = createI18n(language, portal.world.now());
  const { companyField } = portal.services.core.storage.read;
  return Promise.all(
    fields.map(async ({ field }) => {
      const own = CompanyFieldId.safeParse(field);
      const known = own.success ? await companyField.find(own.data) : undefined;
      return known ? textIn(known.content.label, language) : fieldLabel(t, field);
    }),
  );
}

test.each([
  ['de', 'de-AT'],
  ['en', 'en'],
] as const)(
  'in %s every page with a yes says first who, what, what for, how long, what you get, where to take back',
  async (language, locale) => {
    const { t, format } = createI18n(locale, portal.world.now());
    const { read } = portal.services.core.storage;
    let asked = 0;
    for (const slug of COMPANIES) {
      const company = await read.company.findBySlug(slug);
      if (!company) throw new Error(slug);
      for (const { purpose, version } of await read.purpose.current(company.id)) {
        if (purpose.basis !== 'consent') continue;
        asked += 1;
        const path = `/me/companies/${slug}/${purpose.slug}`;
        const page = await visit.get(path, { cookie: `${visit.cookie}; lang=${language}` });
        const frozen = await read.purpose.card(version.id, language);
        const card: PurposeCardText = JSON.parse(frozen?.card ?? '');
        const { benefitCustomer, benefitCompany, onNo, retention, what, title } = card;
        const elements = [
          title,
          company.profile.legalName,
          company.profile.address,
          company.profile.email,
          company.profile.officer.name,
          company.profile.authority.name,
          what,
          benefitCustomer,
          benefitCompany,
          onNo,
          retention,
          ...(await labelsOf(card.fields, language)),
          ...card.channels.map((channel) => t(`common.channel.${channel}`)),
          ...card.recipients.flatMap(({ name, role, country }) => [name, role, format.country(country)]),
          ...card.storage.flatMap(({ place, country }) => [place, format.country(country)]),
          card.validityMonths === null
            ? t('purpose.validity.open')
            : t('purpose.validity.forMonths', { duration: format.months(card.validityMonths) }),
          t('purpose.card.takeBackHere'),
          t('purpose.card.rightsText'),
        ];
        for (const element of elements) expect(page.text, path).toContain(element.replaceAll(/\s+/g, ' '));
        expect(page.html).toContain(`href="/privacy/${slug}"`);
        // All of it stands above the answer, which nothing is chosen for.
        const answer = page.html.search(/value="yes"/);
        expect(answer, path).toBeGreaterThan(page.html.indexOf(t('purpose.card.takeBackHere')));
        expect(page.html).not.toMatch(/<input[^>]*\schecked/);
        const answers = controlsOf(page.html, path).filter(({ button }) => /^act=(yes|no)$/.test(button));
        expect(answers.map(({ button }) => button)).toEqual(['act=yes', 'act=no']);
      }
    }
    expect(asked).toBeGreaterThan(8);
  },
);
