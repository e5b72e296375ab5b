import { describe, expect, it } from 'vitest';
import { COMPANIES, COMPANY_SLUGS, OPERATOR } from '#app/cli/seed/content/companies.ts';
import { DEMO_PEOPLE } from '#app/cli/seed/content/demo-people.ts';
import { IMPRINT } from '#app/cli/seed/content/imprint.ts';
import { NOTICES } from '#app/cli/seed/content/notices.ts';
import { PURPOSES } from '#app/cli/seed/content/purposes.ts';
import { SEGMENTS } from '#app/cli/seed/content/segments.ts';
import { STAFF } from '#app/cli/seed/content/staff.ts';
import { ANNA } from '#app/cli/seed/plan/anna-person.ts';
import { BEN } from '#app/cli/seed/plan/ben.ts';
import { CompanyProfile, NoticeContent } from '#schema/company.ts';
import { FIELDS, isFactField } from '#schema/field.ts';
import { Slug } from '#schema/ids.ts';
import { languagesOf, PurposeContent, scopeOf } from '#schema/purpose.ts';
import { operatorsFor, SegmentConditions } from '#schema/segment.ts';

/** The terms below dpv:Purpose in DPV 2.0 that a company of this kind may need, https://w3id.org/dpv. */
const DPV_PURPOSES = [
  ...['CommunicationForCustomerCare', 'CustomerOrderManagement', 'DirectMarketing', 'PersonalisedBenefits'],
  ...['FulfilmentOfContractualObligation', 'ImproveExistingProductsAndServices', 'LegalCompliance'],
  ...['OptimisationForConsumer', 'ProvideEventRecommendations', 'ProvideProductRecommendations'],
  ...['RequestedServiceProvision', 'SellProductsToDataSubject'],
];

/** Guilt, loss and doubt have no place beside a no. */
const PRESSURE =
  /leider|schade|verpass|entgeh|verzicht|wirklich|sicher, dass|müssen Sie|unfortunately|sorry|miss out|lose|are you sure|regret/iu;

describe.each(COMPANY_SLUGS)('%s', (slug) => {
  const purposes = PURPOSES[slug];
  const versions = purposes.flatMap((purpose) => purpose.versions);

  it('is a company that exists only here', () => {
    const company = CompanyProfile.parse(COMPANIES[slug]);
    expect(Slug.safeParse(slug).success).toBe(true);
    expect(company.email).toMatch(/@[a-z]+\.example$/);
    expect(company.officer.email).toMatch(/@[a-z]+\.example$/);
    expect(company.address).toContain('Muster');
    // The range that the Bundesnetzagentur keeps free for films, or a number of zeros.
    expect(company.phone).toMatch(/^\+49 89 99998 \d{3}$|^\+4[13] \d+ [0 ]+$/);
    expect(company.authority.url).toMatch(/^https:\/\//);
  });

  it('has five or six purposes, in both languages, each of the four bases where it belongs', () => {
    expect(purposes.length).toBeGreaterThanOrEqual(5);
    expect(new Set(purposes.map((purpose) => purpose.slug)).size).toBe(purposes.length);
    for (const purpose of purposes) {
      expect(Slug.safeParse(purpose.slug).success).toBe(true);
      for (const { content } of purpose.versions) {
        expect(PurposeContent.parse(content)).toEqual(content);
        expect(languagesOf(content)).toEqual(['de', 'en']);
        for (const { role } of content.recipients) expect(Object.keys(role)).toEqual(['de', 'en']);
        expect(DPV_PURPOSES).toContain(content.dpv.slice(4));
        expect(new Set(content.fields.map(({ field }) => field)).size).toBe(content.fields.length);
        expect(`${content.onNo.de} ${content.onNo.en}`).not.toMatch(PRESSURE);
      }
    }
    const bases = purposes.map((purpose) => purpose.versions[0].content.basis);
    expect(bases.filter((basis) => basis === 'consent').length).toBeGreaterThanOrEqual(4);
    expect(bases.filter((basis) => basis === 'objection')).toHaveLength(1);
    expect(bases.filter((basis) => basis === 'contract' || basis === 'legal-duty')).toHaveLength(1);
  });

  it('asks for little: at most three required fields, and optional ones that can be counted', () => {
    const consents = purposes.filter((purpose) => purpose.versions[0].content.basis === 'consent');
    for (const { versions: own } of consents) {
      expect(own[0].content.fields.filter(({ required }) => required).length).toBeLessThanOrEqual(3);
    }
    const countable = consents.filter(({ versions: own }) =>
      own[0].content.fields.some(({ field, required }) => !required && isFactField(field)),
    );
    expect(countable.length).toBe(consents.length);
  });

  it('has a changed text that asks for more and a corrected one that asks for the same', () => {
    for (const { versions: own } of purposes) {
      own.forEach((version, index) => {
        const before = own[index - 1];
        expect(version.kind === 'first').toBe(before === undefined);
        if (before === undefined) return;
        expect(version.releasedMonthsAgo).toBeLessThan(before.releasedMonthsAgo);
        const same = scopeOf(version.content) === scopeOf(before.content);
        expect(same).toBe(version.kind === 'correction');
        expect(version.content).not.toEqual(before.content);
        if (version.kind !== 'change') return;
        expect(version.oldScopeMonths).toBeGreaterThan(0);
        const added = version.content.fields.filter(
          ({ field }) => !before.content.fields.some((old) => old.field === field),
        );
        expect(
          added.length + version.content.channels.length - before.content.channels.length,
        ).toBeGreaterThan(0);
        expect(added.some(({ required }) => required)).toBe(false);
      });
    }
    const kinds = versions.map(({ kind }) => kind);
    expect(kinds).toContain('change');
    expect(kinds).toContain('correction');
  });

  it('has a privacy notice that names who answers, in both languages', () => {
    const notice = NOTICES.find(({ company }) => company === slug);
    for (const language of ['de', 'en'] as const) {
      const content = NoticeContent.parse(notice?.contents[language]);
      expect(content.language).toBe(language);
      const text = JSON.stringify(content);
      const { officer, authority, email } = COMPANIES[slug];
      for (const named of [officer.email, authority.name, email]) expect(text).toContain(named);
      for (const { name } of versions.flatMap((version) => version.content.recipients)) {
        expect(text).toContain(name.replace(/ \((erfunden|invented)\)/u, ''));
      }
    }
  });

  it('has a marketer, an officer and an owner, three different people', () => {
    const own = STAFF.filter(({ company }) => company === slug);
    expect(own.map((staff) => staff.slug)).toEqual([`marketer-${slug}`, `officer-${slug}`, `owner-${slug}`]);
    expect(new Set(own.map(({ name }) => name)).size).toBe(3);
    expect(own[1]?.name).toBe(COMPANIES[slug].officer.name);
  });
});

describe('all together', () => {
  const all = Object.values(PURPOSES).flatMap((purposes) =>
    purposes.map(({ versions }) => versions[0].content),
  );

  it('shows what a purpose can be: profiling, a term, several channels, a recipient abroad', () => {
    expect(all.some(({ profiling }) => profiling)).toBe(true);
    expect(all.some(({ validityMonths }) => validityMonths !== null)).toBe(true);
    expect(all.some(({ channels }) => channels.length >= 3)).toBe(true);
    expect(all.some(({ recipients }) => recipients.some(({ country }) => country === 'US'))).toBe(true);
  });

  it('has hues that can be told apart', () => {
    const hues = [...COMPANY_SLUGS.map((slug) => COMPANIES[slug].hue), OPERATOR.hue].sort((a, b) => a - b);
    hues.forEach((hue, index) => {
      const next = hues[index + 1] ?? (hues[0] ?? 0) + 360;
      expect(next - hue).toBeGreaterThanOrEqual(40);
    });
  });

  it('has addresses of staff and people that are unique and belong to nobody', () => {
    const mails = [...STAFF, ANNA, BEN].map(({ email }) => email);
    expect(new Set(mails).size).toBe(mails.length);
    for (const mail of mails) expect(mail).toMatch(/^[a-z.-]+@([a-z-]+\.example|example\.(org|com|net))$/);
    expect(DEMO_PEOPLE.map(({ slug }) => slug)).toEqual(['anna', 'ben', ...STAFF.map(({ slug }) => slug)]);
    for (const { about } of DEMO_PEOPLE) expect(Object.keys(about)).toEqual(['de', 'en']);
  });

  it('has an imprint and a notice of the portal in both languages, and says that it is a demo', () => {
    for (const language of ['de', 'en'] as const) {
      expect(NoticeContent.parse(IMPRINT[language]).language).toBe(language);
      const portal = NOTICES.find(({ company }) => company === null)?.contents[language];
      expect(NoticeContent.parse(portal).short.join()).toMatch(/Vorführung|demo/);
      expect(IMPRINT[language].short.join()).toMatch(/Vorführung|demo/);
    }
  });

  it.each(SEGMENTS)(
    'segment $slug asks only what its purpose may know',
    ({ company, purpose, conditions }) => {
      expect(SegmentConditions.parse(conditions)).toEqual(conditions);
      const versions = PURPOSES[company].find(({ slug }) => slug === purpose)?.versions;
      const asked = versions?.at(-1)?.content.fields.map(({ field }) => field);
      for (const { field, operator, values } of conditions.conditions) {
        expect(asked).toContain(field);
        expect(operatorsFor(field)).toContain(operator);
        const shape = FIELDS[field];
        if ('options' in shape) for (const value of values) expect(shape.options).toContain(value);
      }
    },
  );
});
