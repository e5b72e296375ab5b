import { describe, expect, it } from 'vitest';
import { COMPANY_SLUGS } from '#app/cli/seed/content/companies.ts';
import { PURPOSES } from '#app/cli/seed/content/purposes.ts';
import { planPopulation } from '#app/cli/seed/plan/population.ts';
import type { Instant } from '#schema/instant.ts';
import { checkPlan, reasonAt } from './check-plan.ts';
import { getPerson } from './plan-world.ts';

const NOW = new Date('2026-11-21T10:00:00.000Z');
const plan = planPopulation({ customers: 500, seed: 1, now: NOW });
const checked = checkPlan(plan, NOW);
const { acts, world } = checked;
const at = NOW.toISOString() as Instant;

describe('the plan of a year', () => {
  it.each([
    [500, 1, '2026-11-21T10:00:00.000Z'],
    [400, 7, '2027-01-01T00:10:00.000Z'],
    [400, 2026, '2028-02-29T22:59:00.000Z'],
    [400, 3, '2026-03-29T01:30:00.000Z'],
    [400, 11, '2026-10-26T05:00:00.000Z'],
    [400, -5, '2026-08-31T12:00:00.000Z'],
    [500, 39892, '2027-03-16T09:26:20.000Z'],
    [500, 119676, '2027-11-01T08:19:00.000Z'],
    [2, 1, '2026-06-15T08:00:00.000Z'],
  ])('holds only what the core accepts: %i customers, seed %i, now %s', (customers, seed, now) => {
    const date = new Date(now);
    expect(checkPlan(planPopulation({ customers, seed, now: date }), date).problems).toEqual([]);
  });

  it('is the same for the same seed, on each walk, and another for another seed', () => {
    const again = planPopulation({ customers: 500, seed: 1, now: NOW });
    expect([...again.acts]).toEqual(acts);
    expect([...again.acts]).toEqual(acts);
    expect(again.people).toEqual(plan.people);
    expect([...planPopulation({ customers: 500, seed: 2, now: NOW }).acts]).not.toEqual(acts);
  });

  it('grows without changing who was there', () => {
    const more = planPopulation({ customers: 700, seed: 1, now: NOW });
    expect(more.people.slice(0, 500)).toEqual(plan.people);
    const known = new Set(plan.people.map(({ slug }) => slug));
    const theirs = [...more.acts].filter((act) => 'person' in act && known.has(act.person));
    expect(theirs).toEqual(acts.filter((act) => 'person' in act));
  });

  it('gives everybody a name and an address of their own, in domains that nobody owns', () => {
    const many = planPopulation({ customers: 20_000, seed: 1, now: NOW }).people;
    expect(new Set(many.map(({ slug }) => slug)).size).toBe(20_000);
    expect(new Set(many.map(({ email }) => email)).size).toBe(20_000);
    expect(new Set(plan.people.map((person) => `${person.givenName} ${person.familyName}`)).size).toBe(500);
    for (const { email } of many)
      expect(email).toMatch(/^[a-z]+\.[a-z]+\d*@(example\.(org|com|net)|[a-z]+\.example)$/);
  });

  it('tells a plausible year', () => {
    const count = (kind: string): number => acts.filter((act) => act.kind === kind).length;
    expect(acts.length).toBeGreaterThan(6000);
    expect(acts.length).toBeLessThan(9000);
    const relationships = count('connect');
    expect(relationships / 500).toBeGreaterThan(1.4);
    expect(relationships / 500).toBeLessThan(2);
    const numbered = acts.filter((act) => act.kind === 'connect' && act.customerNumber !== null).length;
    expect(numbered / relationships).toBeCloseTo(0.5, 1);
    const joined = acts.filter((act) => act.kind === 'register' && act.via === 'join').length;
    expect(joined / 500).toBeCloseTo(0.58, 1);
    const share = count('withdraw') / count('grant');
    expect(share).toBeGreaterThan(0.06);
    expect(share).toBeLessThan(0.1);
    expect(count('export')).toBeGreaterThanOrEqual(36);
    expect(count('list') / 52 / 3).toBeGreaterThan(2);
    for (const kind of [
      'undo',
      'change',
      'object',
      'pause',
      'resume',
      'channels-off',
      'restrict',
      'verify',
      'evidence',
      'end',
      'confirm-recalls',
    ]) {
      expect(count(kind), kind).toBeGreaterThan(4);
    }
    for (const method of ['letter', 'phone', 'till', 'join', 'web']) {
      expect(
        acts.some((act) => 'method' in act && act.method === method),
        method,
      ).toBe(true);
    }
  });

  it('has more than half say yes, differently from purpose to purpose', () => {
    const rates = COMPANY_SLUGS.flatMap((company) => {
      const known = [...world.people.values()].flatMap((person) => person.relationships.get(company) ?? []);
      return PURPOSES[company]
        .filter(({ versions }) => versions[0].content.basis === 'consent')
        .map(({ slug }) => {
          const ever = acts.filter(
            (act) => act.kind === 'grant' && act.company === company && act.purpose === slug,
          );
          return new Set(ever.map((act) => 'person' in act && act.person)).size / known.length;
        });
    });
    expect(rates).toHaveLength(12);
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    expect(mean).toBeGreaterThan(0.5);
    expect(mean).toBeLessThan(0.6);
    expect(Math.max(...rates) - Math.min(...rates)).toBeGreaterThan(0.3);
  });

  it('leaves people in every state, and some permitted for every open purpose', () => {
    for (const company of COMPANY_SLUGS) {
      for (const { slug, versions } of PURPOSES[company]) {
        if (!['consent', 'objection'].includes(versions[0].content.basis)) continue;
        const reasons = [...world.people.keys()]
          .filter((person) => getPerson(world, person).relationships.has(company))
          .map((person) => reasonAt(world, { person, company, purpose: slug }, at));
        expect(reasons.filter((reason) => reason === undefined).length, slug).toBeGreaterThan(20);
        const no =
          versions[0].content.basis === 'consent' ? ['undecided', 'refused', 'withdrawn'] : ['objected'];
        for (const reason of no) expect(reasons, `${company}/${slug}`).toContain(reason);
      }
    }
  });

  it('ends just before now, with the staff gone home yesterday', () => {
    expect(acts.at(-1)?.at.slice(0, 10)).toBe('2026-11-21');
    const looks = acts.filter((act) => 'reason' in act);
    expect(looks.at(-1)?.at.slice(0, 10)).toBe('2026-11-20');
    const office = looks.filter((act) => !('person' in act) || act.person !== 'anna');
    for (const { at: when } of office) {
      const local = new Date(when).toLocaleString('en-GB', {
        timeZone: 'Europe/Vienna',
        weekday: 'short',
        hour: '2-digit',
      });
      expect(local).toMatch(/^(Mon|Tue|Wed|Thu|Fri), (08|09|1[0-6])$/);
    }
  });

  it('plans 10,000 customers within seconds', () => {
    let count = 0;
    for (const act of planPopulation({ customers: 10_000, seed: 1, now: NOW }).acts)
      count += act.at === '' ? 0 : 1;
    expect(count).toBeGreaterThan(120_000);
  }, 30_000);
});
