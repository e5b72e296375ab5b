import type { CompanySlug } from '../content/companies.ts';
import { type Case, grantAt, isFree, keyOf } from './answers.ts';
import { officeTime } from './calendar.ts';
import { writeDown } from './dialogue.ts';
import { at, emit, type Journey, later } from './journey.ts';

const REASONS: Readonly<Record<CompanySlug, readonly string[]>> = {
  alpenrad: ['Frage zum Service', 'Termin in der Werkstatt', 'Anruf wegen Probefahrt', 'Rückruf erbeten'],
  rheinstrom: ['Frage zum Verbrauch', 'Störung gemeldet', 'Rückruf erbeten', 'Termin für Beratung'],
  kornundkruste: ['Frage zur Bestellung', 'Gutschein nachgefragt', 'Rückmeldung zum Brot', 'Frage im Laden'],
};

const PROOF_REASONS = [
  'Beschwerde wegen Werbung',
  'Stichprobe',
  'Anfrage der Kundin oder des Kunden',
] as const;

/** Single looks at one person over the year, none or a few in each relationship. */
export function looksBegin(journey: Journey, company: CompanySlug, sinceMs: number): void {
  const { random, frame } = journey;
  const schedule = (run: (ms: number) => void): void =>
    later(journey, officeTime(frame.calendar, random, sinceMs, frame.calendar.staffEndMs), run);
  const looks = Math.max(0, random.int(6) - 2);
  for (let look = 0; look < looks; look += 1) schedule((ms) => view(journey, company, ms));
  if (random.chance(0.03)) schedule((ms) => openProof(journey, company, ms));
}

/** May this person's data be seen for the purpose at `ms`: what the core will decide, kept on the safe side. */
function isVisible(journey: Journey, subject: Case, ms: number): boolean {
  const { company, purpose } = subject;
  const paused = Math.max(journey.pausedUntilMs.get('all') ?? 0, journey.pausedUntilMs.get(company) ?? 0);
  if (!journey.confirmed || journey.restricted.has(company) || paused > ms || !isFree(journey, subject, ms))
    return false;
  if (purpose.basis === 'objection') return journey.answers.get(keyOf(subject)) === undefined;
  const usableUntilMs = grantAt(journey, subject, ms)?.version.usableUntilMs;
  return usableUntilMs !== undefined && (usableUntilMs === null || usableUntilMs > ms);
}

function view(journey: Journey, company: CompanySlug, ms: number): void {
  const visible = journey.frame.purposes[company].filter((purpose) =>
    isVisible(journey, { company, purpose }, ms),
  );
  if (visible.length === 0) return;
  const purpose = journey.random.pick(visible).slug;
  emit(journey, {
    kind: 'view',
    at: at(ms),
    staff: `marketer-${company}`,
    company,
    purpose,
    person: journey.person.slug,
    reason: journey.random.pick(REASONS[company]),
  });
  writeDown(journey, company, purpose, ms);
}

/** The officer looks at what was decided, whatever it was. */
function openProof(journey: Journey, company: CompanySlug, ms: number): void {
  const decided = journey.frame.purposes[company].filter((purpose) => {
    const subject = { company, purpose };
    return journey.answers.has(keyOf(subject)) && isFree(journey, subject, ms);
  });
  if (decided.length === 0) return;
  emit(journey, {
    kind: 'evidence',
    at: at(ms),
    staff: `officer-${company}`,
    company,
    purpose: journey.random.pick(decided).slug,
    person: journey.person.slug,
    reason: journey.random.pick(PROOF_REASONS),
  });
}
