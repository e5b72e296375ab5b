import { describe, expect, it } from 'vitest';
import type { CompanySlug } from '#app/cli/seed/content/companies.ts';
import { planPopulation } from '#app/cli/seed/plan/population.ts';
import { isOver } from '#app/core/consent/decide-consent.ts';
import { type Instant, msOf } from '#schema/instant.ts';
import { checkPlan, reasonAt } from './check-plan.ts';
import { getPerson, getRelationship } from './plan-world.ts';

const DAY_MS = 86_400_000;

describe.each(['2026-11-21T10:00:00.000Z', '2027-03-01T00:20:00.000Z', '2028-08-07T21:50:00.000Z'])(
  'on %s',
  (now) => {
    const date = new Date(now);
    const at = now as Instant;
    const { acts, world, problems } = checkPlan(planPopulation({ customers: 60, seed: 1, now: date }), date);
    const anna = getPerson(world, 'anna');
    const standing = (company: CompanySlug, purpose: string) =>
      getRelationship(anna, company).answers.get(`${company}/${purpose}`)?.standing;

    it('Anna has all three companies and every kind of answer', () => {
      expect(problems).toEqual([]);
      expect([...anna.relationships.keys()]).toEqual(['alpenrad', 'rheinstrom', 'kornundkruste']);
      expect(standing('alpenrad', 'service-reminder')?.state).toBe('granted');
      expect(standing('alpenrad', 'ride-advice')?.state).toBe('refused');
      expect(standing('alpenrad', 'similar-products')?.state).toBe('objected');
      expect(standing('rheinstrom', 'energy-tips')?.state).toBe('withdrawn');
      expect(standing('rheinstrom', 'solar-advice')?.state).toBe('refused');
      expect(standing('kornundkruste', 'birthday-bread')).toBeUndefined();
      expect(standing('kornundkruste', 'tasting-panel')?.state).toBe('granted');
    });

    it('Anna has a yes that ends in the next days and one that has ended', () => {
      const soon = standing('alpenrad', 'test-rides');
      const daysLeft = (msOf(soon?.expiresAt ?? at) - msOf(at)) / DAY_MS;
      expect(daysLeft).toBeGreaterThan(5);
      expect(daysLeft).toBeLessThan(12);
      const ended = standing('kornundkruste', 'last-loaves');
      expect(ended && isOver(ended, at)).toBe(true);
    });

    it('Anna said yes to one new version and still has an old one that runs', () => {
      expect(standing('rheinstrom', 'outage-sms')?.versionId).toBe('rheinstrom/outage-sms/2');
      expect(standing('alpenrad', 'newsletter')?.versionId).toBe('alpenrad/newsletter/1');
      expect(
        reasonAt(world, { person: 'anna', company: 'alpenrad', purpose: 'newsletter' }, at),
      ).toBeUndefined();
    });

    it('Anna was looked at several times, exported, and last seen yesterday by Rheinstrom', () => {
      const looks = acts.filter((act) => act.kind === 'view' && act.person === 'anna');
      expect(looks.length).toBeGreaterThanOrEqual(5);
      const all = acts.filter((act) => 'reason' in act);
      expect(all.at(-1)).toMatchObject({ kind: 'view', person: 'anna', company: 'rheinstrom' });
      const localDay = (when: string) =>
        new Date(when).toLocaleDateString('en-CA', { timeZone: 'Europe/Vienna' });
      const today = Date.parse(localDay(now));
      expect(Date.parse(localDay(all.at(-1)?.at ?? ''))).toBe(today - DAY_MS);
      const exported = acts.some(
        (act) => act.kind === 'export' && act.company === 'alpenrad' && act.at > anna.registeredAt,
      );
      expect(exported).toBe(true);
    });

    it('Ben is confirmed, has two companies and has decided nothing', () => {
      const ben = getPerson(world, 'ben');
      expect(ben.confirmed).toBe(true);
      expect([...ben.relationships.keys()]).toEqual(['alpenrad', 'kornundkruste']);
      for (const { answers } of ben.relationships.values()) expect(answers.size).toBe(0);
    });
  },
);
