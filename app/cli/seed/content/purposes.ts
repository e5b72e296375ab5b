import type { CompanySlug } from './companies.ts';
import type { PlannedPurpose } from './planned-purpose.ts';
import { ALPENRAD_PURPOSES } from './purposes/alpenrad.ts';
import { KORNUNDKRUSTE_PURPOSES } from './purposes/kornundkruste.ts';
import { RHEINSTROM_PURPOSES } from './purposes/rheinstrom.ts';

/** In the order in which a company's page shows them. */
export const PURPOSES: Readonly<Record<CompanySlug, readonly PlannedPurpose[]>> = {
  alpenrad: ALPENRAD_PURPOSES,
  rheinstrom: RHEINSTROM_PURPOSES,
  kornundkruste: KORNUNDKRUSTE_PURPOSES,
};

export function findPurpose(company: CompanySlug, slug: string): PlannedPurpose | undefined {
  return PURPOSES[company].find((purpose) => purpose.slug === slug);
}
