import type { LegalBasis, PurposeContent } from '#schema/purpose.ts';
import type { Scope } from './history.ts';

/** A whole purpose around a scope; its words do not matter to a permission. */
export function purposeContent(basis: LegalBasis, scope: Scope, wording = 'first'): PurposeContent {
  const text = { de: `Ein Text (${wording}).`, en: `A text (${wording}).` };
  return {
    basis,
    title: text,
    what: text,
    benefitCustomer: text,
    benefitCompany: text,
    onNo: text,
    legalNote: text,
    recipients: [],
    storage: [{ place: 'Dornbirn', country: 'AT' }],
    retention: text,
    fields: scope.fields.map(({ field, required }) => ({ field, required })),
    channels: [...scope.channels],
    ...(scope.topics ? { topics: [...scope.topics] } : {}),
    validityMonths: scope.validityMonths,
    profiling: false,
    dpv: 'dpv:DirectMarketing',
  };
}
